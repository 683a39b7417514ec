// The shell as src/app/shell.cpp draws it, for the component gallery: islands and style are tried without server.
const icon = (path) =>
  `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${path}</svg>`;
const link = (path, label, extra = '') => `<li><a href="${path}"${extra}>${label}</a></li>`;

const navigation = (current) => {
  const mark = (path) => (path === current ? ' aria-current="page"' : '');
  return `<nav id="nav" aria-label="Navigation principale">
<p id="nv0">Pilotage</p><ul aria-labelledby="nv0">
${link('/', 'Aujourd’hui', `${mark('/')} data-go="t"`)}
${link('/board', `Actions<span>3<span class="sr"> à traiter</span></span>`, `${mark('/board')} data-go="a"`)}
${link('/forms', 'Formulaires', mark('/forms'))}</ul>
<p id="nv1">Stratégie</p><ul aria-labelledby="nv1">
${link('/lists', 'Listes', `${mark('/lists')} data-go="r"`)}
${link('/help', 'Couverture nationale')}${link('/sign-in', 'Connexion')}</ul>
<p id="nv2">Partenaires</p><ul aria-labelledby="nv2">${link('/?2', 'Annuaire')}${link('/?3', 'Groupes')}</ul></nav>`;
};

const top = `<div class="top" role="region" aria-label="Recherche et compte">
<form class="find" role="search" method="get" action="/search"><label class="sr" for="find">Rechercher</label>
<input type="search" id="find" name="q" placeholder="Rechercher une action, un groupe, un partenaire" autocomplete="off" aria-keyshortcuts="/">
<button type="submit" class="btn">${icon('<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>')}<span class="sr">Lancer la recherche</span></button></form>
<div class="tools"><a class="btn quiet sm" href="/help" data-hx-boost="false" data-drawer>Aide</a>
<form method="post" action="/preferences" data-hx-boost="false"><button type="submit" class="btn quiet sm" name="language" value="en" lang="en">English</button></form>
<details class="menu"><summary><span class="avatar" aria-hidden="true">NB</span>Nadia Benali</summary><div class="sheet">
<p class="group">Coordonnatrice</p><ul><li><a href="/profile">Profil</a></li></ul><hr>
<p class="group" id="theme-label">Apparence</p>
<form method="post" action="/preferences" data-hx-boost="false" data-themes><button type="submit" name="theme" value="auto" aria-pressed="true">Comme l’appareil</button><button type="submit" name="theme" value="light" aria-pressed="false">Claire</button><button type="submit" name="theme" value="dark" aria-pressed="false">Sombre</button></form><hr>
<form method="post" action="/sign-out" data-hx-boost="false"><input type="hidden" name="csrf" value="jeton"><button type="submit">Se déconnecter</button></form></div></details></div></div>`;

const dialogs = `<dialog id="palette" class="palette" aria-label="Aller à une page" data-url="/search.json" data-count="{n} résultats" data-page="Page">
<div class="ask"><input type="text" role="combobox" aria-label="Aller à une page" placeholder="Rechercher une action, un groupe" aria-controls="palette-list" aria-expanded="false" aria-autocomplete="list" autocomplete="off"></div>
<ul id="palette-list" role="listbox" aria-label="Résultats"></ul><p class="none" hidden>Aucun résultat.</p>
<p class="foot-keys"><span><kbd>↑ ↓</kbd> choisir</span><span><kbd>Entrée</kbd> ouvrir</span><span><kbd>Échap</kbd> fermer</span></p></dialog>
<dialog id="keys" aria-labelledby="keys-title"><div class="body"><h2 id="keys-title">Raccourcis du clavier</h2><dl class="shortcuts">
<dt><kbd>Ctrl</kbd> <kbd>K</kbd></dt><dd>Aller à une page ou à une action</dd><dt><kbd>/</kbd></dt><dd>Rechercher</dd><dt><kbd>g</kbd> <kbd>a</kbd></dt><dd>Actions</dd></dl>
<p class="muted">Les raccourcis d’une seule touche se désactivent dans votre profil.</p><form method="dialog" class="bar"><button type="submit" class="btn quiet sm">Fermer</button></form></div></dialog>
<dialog id="drawer" class="drawer" aria-label="Aide"><form method="dialog" class="bar"><button type="submit" class="btn quiet sm">Fermer</button></form><div class="content"></div></dialog>
<dialog id="session" aria-labelledby="session-title" data-ends="900" data-left="Il reste {time}." data-home="/"><form method="get" action="/" data-hx-boost="false"><h2 id="session-title">Votre session se termine dans deux minutes</h2><p>Sans action de votre part, vous serez déconnecté.</p><p class="left"></p><div class="actions"><button type="submit" class="btn">Prolonger la session</button></div></form><div class="body" hidden><h2 id="session-over">Votre session est terminée</h2><p>Ce que vous avez saisi reste sur cette page, sans être encore envoyé.</p><div class="actions"><a class="btn" href="/sign-in" target="_blank" data-hx-boost="false">Se reconnecter dans un nouvel onglet</a></div><form method="dialog" class="bar"><button type="submit" class="btn quiet sm">Fermer</button></form></div></dialog>`;

export const frame = ({ manifest, title, path, main, theme = '', keys = '', crumbs = '', plain = false }) =>
  `<!doctype html><html lang="fr"${theme && ` data-theme="${theme}"`}${keys && ` data-keys="${keys}"`}><head><meta charset="utf-8"><title>${title} – Maillage</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="htmx-config" content='{"includeIndicatorCSS":false,"allowEval":false}'>
<link rel="stylesheet" href="/assets/${manifest['app.css']}"><link rel="icon" href="/assets/${manifest['maillage.svg']}" type="image/svg+xml">
<script type="module" src="/assets/${manifest['app.js']}"></script></head>
<body data-hx-boost:inherited="true"><a class="skip" href="#contenu">Aller au contenu</a>
<div class="shell${plain ? ' plain' : ''}"><header class="side"><a class="brand" href="/"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M7 23 16 7l9 16M7 23h18M16 7v16"/><g fill="currentColor" stroke="none"><circle cx="16" cy="7" r="3"/><circle cx="7" cy="23" r="3"/><circle cx="25" cy="23" r="3"/></g></svg><span class="names"><strong>Maillage</strong><span>CLSPD de Ville-Exemple</span></span></a>
${plain ? '' : `<a class="opener" href="#nav">${icon('<path d="M4 7h16M4 12h16M4 17h16"/>')}Menu</a>${navigation(path)}`}</header>
<div class="column">${plain ? '' : `<aside class="demo" aria-label="Démonstration">Démonstration : les dates, les pilotes et les budgets sont fictifs.</aside>${top}`}${crumbs}
<main class="page" id="contenu" tabindex="-1">${main}</main>
<footer class="foot"><ul>${link('/a', 'Accessibilité : non évaluée')}${link('/b', 'Données personnelles')}${link('/c', 'Aide')}</ul></footer></div></div>
${plain ? '' : dialogs}<p id="live" role="status" data-failed="Le serveur ne répond pas."></p></body></html>`;
