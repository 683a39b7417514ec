// One page per family of components, with invented content.
import { chart, gantt, spark } from './drawings.mjs';

const progress = (name, value) =>
  `<span class="progress"><progress max="100" value="${value}" aria-label="Avancement de « ${name} »"></progress>${value} %</span>`;
const actions = [
  [
    'PRE-1',
    'Médiation de soirée, quartier Saint-Nicolas',
    'Service prévention',
    'Groupe 3',
    '30/11/2026',
    65,
    'run',
    'En cours',
  ],
  [
    'VUL-2',
    'Référents violences dans chaque structure',
    'CCAS',
    'Groupe 2',
    '15/10/2026',
    40,
    'late',
    'En retard',
  ],
  [
    'TRQ-4',
    'Charte de la vie nocturne : révision',
    'Police municipale',
    'Groupe 3',
    '31/01/2027',
    10,
    'todo',
    'À démarrer',
  ],
  [
    'PRE-8',
    'Ateliers 8-12 ans « numérique et respect »',
    'Éducation',
    'Groupe 1',
    '20/12/2026',
    80,
    'soon',
    'Bientôt due',
  ],
  [
    'TRQ-9',
    'Rappel à l’ordre : protocole avec le parquet',
    'Cabinet du maire',
    'Groupe 1',
    '01/09/2026',
    100,
    'ok',
    'Terminée',
  ],
  [
    'GOV-3',
    'Étude de vidéoprotection des parkings',
    'Police municipale',
    'Groupe 3',
    '',
    0,
    'off',
    'Suspendue',
  ],
];
const row = ([code, title, pilot, group, due, share, state, word], index, pick) =>
  `<tr>${pick ? `<td class="pick"><label><span class="sr">Sélectionner ${code}</span><input type="checkbox" name="row" value="${index + 1}"></label></td>` : ''}<th scope="row"><a href="/board?${code}">${title}</a><span class="sub">${code}</span></th><td data-l="Pilote">${pilot}</td><td data-l="Groupe">${group}</td><td data-l="Échéance">${due ? `<time datetime="2026-11-30">${due}</time>` : '–'}</td><td data-l="Avancement">${progress(title, share)}</td><td data-l="État"><span class="st ${state}">${word}</span></td></tr>`;
const table = (pick) =>
  `<div class="scroll" tabindex="0" role="region" aria-label="Tableau des actions"><table class="stack"><caption class="sr">Actions</caption><thead><tr>${pick ? '<td class="pick"><label hidden><span class="sr">Tout sélectionner</span><input type="checkbox" data-all></label></td>' : ''}<th scope="col" aria-sort="ascending"><a href="/board?sort=title" data-keep>Action</a></th><th scope="col">Pilote</th><th scope="col">Groupe</th><th scope="col">Échéance</th><th scope="col">Avancement</th><th scope="col">État</th></tr></thead><tbody>${actions.map((action, index) => row(action, index, pick)).join('')}</tbody></table></div>`;
const kpi = (name, value, note, tone, values, late = '') =>
  `<li class="kpi ${late}"><h2>${name}</h2><div class="row"><p class="v">${value}</p>${spark(values)}</div><p class="d ${tone}">${note}</p></li>`;

export const home = {
  title: 'Aujourd’hui',
  main: `<div class="heading"><div><h1>Aujourd’hui</h1><p class="muted">Situation au 23/11/2026 à 9 h 00. Prochaine réunion : conseil restreint, jeudi 3 décembre 2026.</p></div><div class="actions"><a class="btn" href="/forms">Ajouter une action</a></div></div>
<ul class="kpis">${kpi('Actions en retard', '3', 'dont 1 depuis plus de 30 jours', 'bad', [1, 2, 2, 4, 3, 3], 'late')}${kpi('Échéances sous 30 jours', '5', 'deux ce mois-ci', '', [3, 4, 6, 5, 5])}${kpi('Actions engagées', '76 %', '+4 points en un trimestre', 'good', [40, 44, 55, 61, 70, 76])}${kpi('Sans nouvelle depuis 90 jours', '2', 'à relancer', '', [9, 8, 8, 7, 6, 5, 4])}</ul>
<div class="two"><section class="panel" aria-labelledby="late"><div class="heading"><h2 id="late">En retard</h2><a href="/board">Toutes les actions</a></div>
<ul class="tasks"><li><span><a href="/board">Référents violences dans chaque structure</a><span class="muted">VUL-2 · CCAS · due le 15/10/2026</span></span><span class="st late">En retard</span></li><li><span><a href="/board">Ateliers 8-12 ans</a><span class="muted">PRE-8 · Éducation · due le 20/11/2026</span></span><span class="st late">En retard</span></li></ul></section>
<section class="panel" aria-labelledby="first"><h2 id="first">Premiers pas</h2><ul class="tasks"><li><a href="/forms">Importer la stratégie</a><span class="st ok">Terminé</span></li><li><a href="/forms">Former les groupes</a><span class="st run">En cours</span></li><li><a href="/forms">Inviter les partenaires</a><span class="st todo">À faire</span></li></ul></section></div>
<section class="panel" aria-labelledby="watch"><h2 id="watch">Actions à surveiller</h2><ul class="chips"><li><a class="btn alt sm" aria-current="true" href="/?late">En retard (1)</a></li><li><a class="btn alt sm" href="/?mine">Mes actions (4)</a></li><li><a class="btn alt sm" href="/?soon">Échéance sous 30 jours (2)</a></li></ul>${table(false)}</section>
<div class="two even"><section class="panel" aria-label="Courbe">${chart('g1', 'lines')}</section><section class="panel" aria-label="Barres">${chart('g2', 'bars')}</section></div>`,
};

const card = ([code, title, pilot, , due, share, state, word]) =>
  `<li class="card${state === 'late' ? ' late' : ''}" id="card-${code}" data-grab data-moved="« ${title} » : {state}"><h3><a href="/board?${code}">${title}</a></h3><p class="meta"><span>${code}</span><span>${pilot}</span>${due && `<span>${due}</span>`}</p><div class="row spread">${progress(title, share)}<span class="st ${state}">${word}</span></div><details class="menu start"><summary>Déplacer vers…</summary><div class="sheet"><form method="post" action="/moves/${code}"><ul><li><button type="submit" name="state" value="todo">À démarrer</button></li><li><button type="submit" name="state" value="run">En cours</button></li><li><button type="submit" name="state" value="ok">Terminée</button></li></ul></form></div></details></li>`;
const laneOf = { todo: 'todo', off: 'todo', ok: 'ok' };
export const board = {
  title: 'Actions',
  crumbs:
    '<nav class="crumbs" aria-label="Fil d’Ariane"><ol><li><a href="/">Aujourd’hui</a></li><li aria-current="page">Actions</li></ol></nav>',
  main: (moved) => {
    const lane = (state, name) => {
      const cards = actions.filter((action) => (moved[action[0]] ?? laneOf[action[6]] ?? 'run') === state);
      return `<section class="lane" data-state="${state}" aria-labelledby="lane-${state}"><h2 id="lane-${state}">${name}<span>${cards.length}</span></h2><ul>${cards.map(card).join('')}</ul></section>`;
    };
    return `<div class="heading"><h1>Actions</h1><div class="actions"><a class="btn alt" href="/export.csv">Exporter</a><a class="btn" href="/forms" data-edit>Ajouter une action</a></div></div>
<ul class="tabs"><li><a href="/board" aria-current="page">Tableau</a></li><li><a href="/board?kanban">Kanban</a></li><li><a href="/board?gantt">Calendrier</a></li></ul>
<form class="filters" method="get" action="/board"><div class="field"><label for="group">Groupe</label><select id="group" name="group"><option>Tous</option><option>Groupe 1</option></select></div><div class="field"><label for="pilot">Pilote</label><select id="pilot" name="pilot"><option>Tous</option></select></div><div class="field"><label for="state">État</label><select id="state" name="state"><option>Tous</option></select></div><button class="btn alt" type="submit">Filtrer</button></form>
<form class="undo" data-undo="10" method="post" action="/undo"><span>Action « Étude » supprimée.</span><button type="submit" class="btn sm">Annuler</button></form>
<div class="views"><ul class="chips"><li><a class="btn alt sm" href="/board?late">En retard, groupe 2</a></li></ul><form method="post" action="/views"><label class="sr" for="view">Nom de la vue</label><input id="view" name="name" placeholder="Nom de la vue"><button class="btn alt" type="submit">Enregistrer la vue</button></form></div>
<form class="panel" data-bulk data-max="200" method="post" action="/bulk">${table(true)}<div class="bulk" hidden><p class="count" data-one="1 action sélectionnée" data-many="{n} actions sélectionnées" data-over="Au plus 200 actions"></p><div class="field"><label for="to">Nouvel état</label><select id="to" name="to"><option>En cours</option></select></div><button class="btn" type="submit">Aperçu</button></div><nav class="pages" aria-label="Pages"><p>1 à 6 sur 47</p><ul><li><span aria-current="page">1</span></li><li><a href="/board?page=2" data-keep>2</a></li><li><a href="/board?page=3" data-keep>3</a></li></ul></nav></form>
<h2 id="kb">Kanban</h2><div class="kanban" role="region" aria-labelledby="kb" tabindex="0">${lane('todo', 'À démarrer')}${lane('run', 'En cours')}${lane('ok', 'Terminées')}</div>
<h2>Calendrier</h2>${gantt()}`;
  },
};

export const forms = {
  title: 'Erreur – Ajouter une action',
  main: `<h1>Ajouter une action</h1><div class="summary" role="alert" tabindex="-1" id="es" data-focus data-announce="1 erreur"><h2>Il y a un problème</h2><ul><li><a href="#title">Saisissez un titre</a></li></ul></div>
<ol class="steps"><li class="done">Fichier</li><li aria-current="step">Colonnes</li><li>Aperçu</li><li>Résultat</li></ol>
<form method="post" action="/forms" novalidate data-draft="/draft"><div class="field wrong"><label for="title">Titre <span class="muted">(obligatoire)</span></label><p class="error" id="title-error">Saisissez un titre</p><input type="text" id="title" name="title" aria-describedby="title-error" aria-invalid="true"></div>
<div class="field"><label for="text">Description</label><p class="hint" id="text-hint">Ne nommez personne. 1 000 caractères au plus</p><textarea id="text" name="text" rows="4" data-max="1000" aria-describedby="text-hint"></textarea></div>
<details class="why"><summary>Pourquoi cette question ?</summary><p>Le conseil local « constitue le cadre de concertation » : art. L132-4 du CSI, version du 27 mai 2021.</p></details>
<div class="fields"><div class="field"><label for="due">Échéance</label><p class="hint" id="due-hint">Par exemple 24/11/2026</p><input type="text" id="due" name="due" value="1/2/26" aria-describedby="due-hint"><p class="echo">dimanche 1er février 2026</p></div><div class="field"><label for="pilot">Pilote</label><p class="hint">&nbsp;</p><select id="pilot" name="pilot"><option>Choisir…</option><option>CCAS</option></select></div></div>
<fieldset class="field" id="kind"><legend>Domaine</legend><div class="choice"><input type="radio" name="kind" id="kind-1" value="1"><label for="kind-1">Prévention</label></div><div class="choice"><input type="radio" name="kind" id="kind-2" value="2"><label for="kind-2">Tranquillité publique</label></div></fieldset>
<div class="choice"><input type="checkbox" id="fipd" name="fipd" value="1"><label for="fipd">Financée par le FIPD</label></div>
<div class="field"><label for="file">Pièce justificative</label><input type="file" id="file" name="file"></div>
<div class="actions"><button type="submit" class="btn">Enregistrer</button><a class="btn alt" href="/">Annuler</a><button type="button" class="btn danger">Supprimer</button><button type="button" class="btn" disabled>Indisponible</button><p class="draft" role="status" data-saved="Brouillon enregistré à {time}" data-failed="Brouillon non enregistré"></p></div></form>`,
};

export const lists = {
  title: 'Listes',
  main: `<h1>Médiation de soirée</h1><p class="muted">TRQ-4 · Groupe 3</p>
<div class="notice"><h2>Nouvelle version</h2><p>La stratégie a été mise à jour le 20/11/2026.</p></div><div class="notice ok"><p>L’action est enregistrée.</p></div><div class="notice warn"><p>Aucune nouvelle depuis plus de 90 jours.</p></div><div class="notice bad"><p>Trois lignes sont refusées.</p></div>
<div class="two"><div class="stack-v"><section class="panel" aria-labelledby="facts"><div class="heading"><h2 id="facts">L’action</h2><a class="btn alt sm" href="/forms" data-edit>Modifier</a></div><dl class="summary"><div><dt>Pilote</dt><dd>Police municipale</dd></div><div><dt>Partenaires</dt><dd><ul class="tags"><li class="tag">CCAS</li><li class="tag">Bailleur</li></ul></dd></div><div><dt>Échéance</dt><dd><time datetime="2027-01-31">31/01/2027</time></dd></div><div><dt>État</dt><dd><span class="st run">En cours</span></dd></div></dl></section>
<section class="panel" aria-labelledby="files"><h2 id="files">Pièces</h2><ul class="files"><li><a href="/x.pdf" download>convention.pdf</a><span class="muted">PDF, 120 ko, 12/10/2026</span></li></ul></section></div>
<div class="stack-v"><section class="panel" aria-labelledby="history"><h2 id="history">Historique</h2><ol class="timeline"><li><time datetime="2026-11-20T09:05">20/11/2026 à 9 h 05</time><p>Échéance repoussée au 31/01/2027.</p></li><li><time datetime="2026-10-02T10:00">02/10/2026 à 10 h 00</time><p>Action créée.</p></li></ol></section><section class="panel" aria-labelledby="none"><h2 id="none">Décisions</h2><div class="empty"><h3>Aucune décision</h3><p>Les décisions des réunions apparaîtront ici.</p><a class="btn alt" href="/">Planifier une réunion</a></div></section></div></div>
<h2>Couverture des axes nationaux</h2><div class="scroll" tabindex="0" role="region" aria-label="Couverture"><table class="matrix"><caption class="sr">Actions par axe</caption><thead><tr><th scope="col">Objectif</th><th scope="col">Jeunes</th><th scope="col">Personnes vulnérables</th><th scope="col">Tranquillité</th></tr></thead><tbody><tr><th scope="row">Prévenir</th><td class="on">12</td><td class="none">aucune</td><td class="on">3</td></tr><tr><th scope="row">Protéger</th><td class="none">aucune</td><td class="on">9</td><td class="on">1</td></tr></tbody></table></div>
<h2>Recherche</h2><ul class="results"><li><a href="/board">Charte de la vie <mark>nocturne</mark></a><p class="muted">Action TRQ-4 · Groupe 3</p></li></ul>`,
};

export const help = {
  title: 'Aide',
  main: '<div class="prose"><h1>Suivre les actions</h1><p>Le <strong>CLSPD</strong> réunit les partenaires de la ville.</p><h2>Retard</h2><p>Le retard est calculé, jamais saisi.</p><dl class="glossary"><dt>CLSPD</dt><dd>Conseil local de sécurité et de prévention de la délinquance.</dd><dt>QPV</dt><dd>Quartier prioritaire de la politique de la ville.</dd></dl></div>',
};

export const signIn = {
  title: 'Connexion',
  plain: true,
  main: `<div class="sign-in"><h1>Connexion</h1><p class="muted">Réservé aux membres du conseil local.</p><form method="post" action="/sign-in" data-hx-boost="false"><div class="field"><label for="email">Adresse électronique</label><input type="email" id="email" name="email" autocomplete="username"></div><div class="field"><label for="password">Mot de passe</label><input type="password" id="password" name="password" autocomplete="current-password"></div><button type="submit" class="btn">Se connecter</button></form></div>
<section class="panel accounts" aria-labelledby="demo"><h2 id="demo">Comptes de démonstration</h2><div class="scroll" tabindex="0" role="region" aria-label="Comptes"><table class="stack"><caption class="sr">Comptes</caption><thead><tr><th scope="col">Rôle</th><th scope="col">Adresse</th></tr></thead><tbody><tr><th scope="row">Coordonnatrice</th><td data-l="Adresse">coordination@example.org</td></tr></tbody></table></div></section>`,
};

export const job = {
  title: 'Import',
  main: '<h1>Import de la stratégie</h1><div class="job" data-progress="/events"><progress max="100" value="20" aria-label="Avancement de l’import"></progress><p class="say">20 lignes sur 100</p></div>',
};
