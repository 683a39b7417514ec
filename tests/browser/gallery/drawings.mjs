// Charts shaped like those of platform/html/chart.hpp, with invented values.
export const spark = (values) => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const at = (value, index) =>
    `${(3 + (114 * index) / (values.length - 1)).toFixed(1)},${(28 - (24 * (value - low)) / (high - low)).toFixed(1)}`;
  const points = values.map(at);
  const [x, y] = points.at(-1).split(',');
  return `<svg class="spark" viewBox="0 0 120 32" aria-hidden="true" focusable="false"><polyline class="s-line c1" points="${points.join(' ')}" fill="none" stroke="#1c5d99" stroke-width="2"/><circle class="s-dot c1" cx="${x}" cy="${y}" r="3" fill="#fff" stroke="#1c5d99" stroke-width="2"/></svg>`;
};

const months = ['juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.'];
const first = [112, 134, 98, 121, 143, 87];
const second = [81, 96, 74, 104, 128, 60];

const drawing = (kind, width, cls) => {
  const height = width > 500 ? 260 : 240;
  const x = (index) => 44 + ((width - 60) * (index + 0.5)) / 6;
  const y = (value) => height - 34 - ((height - 48) * value) / 150;
  const grid = [0, 50, 100, 150]
    .map(
      (value) =>
        `<line class="grid" x1="44" x2="${width - 14}" y1="${y(value)}" y2="${y(value)}" stroke="#d5dae3"/><text class="tick" x="38" y="${y(value) + 4}" text-anchor="end" font-size="12" fill="#515b6d">${value}</text>`,
    )
    .join('');
  const names = months
    .map(
      (name, index) =>
        `<text class="tick" x="${x(index)}" y="${height - 14}" text-anchor="middle" font-size="12" fill="#515b6d">${name}</text>`,
    )
    .join('');
  const line = (values, series, dash) =>
    `<polyline class="s-line ${series}" fill="none" stroke="#1c5d99" stroke-width="2.25"${dash} points="${values.map((value, index) => `${x(index)},${y(value)}`).join(' ')}"/>`;
  const bars = (values, series, shift) =>
    values
      .map(
        (value, index) =>
          `<rect class="bar ${series}" x="${x(index) + shift}" width="24" y="${y(value)}" height="${y(0) - y(value)}" fill="#1c5d99"/>`,
      )
      .join('');
  const marks =
    kind === 'lines'
      ? line(first, 'c1', '') + line(second, 'c2', ' stroke-dasharray="6 3"')
      : bars(first, 'c1', -26) + bars(second, 'c3', 1);
  return `<svg class="plot ${cls}" viewBox="0 0 ${width} ${height}" role="img" aria-label="De 112 à 87, en baisse">${grid}${marks}${names}</svg>`;
};

export const chart = (id, kind) =>
  `<figure class="chart" role="figure" aria-labelledby="${id}-t"><figcaption id="${id}-t"><strong>Signalements des habitants</strong><span class="muted">par mois, reçus et traités sous 15 jours</span></figcaption><p class="say">Les signalements baissent : 87 en novembre, contre 112 en juin.</p>${drawing(kind, 640, 'c-wide')}${drawing(kind, 360, 'c-narrow')}<details class="data"><summary>Voir les chiffres</summary><div class="scroll" tabindex="0" role="region" aria-label="Chiffres ${id}"><table><caption class="sr">Signalements</caption><thead><tr><th scope="col">Mois</th><th scope="col" class="n">Reçus</th></tr></thead><tbody>${months.map((month, index) => `<tr><th scope="row">${month}</th><td class="n">${first[index]}</td></tr>`).join('')}</tbody></table></div></details><p class="source">Source : ville, 2026.</p></figure>`;

export const gantt = () => {
  const rows = ['Médiation de soirée', 'Référents violences', 'Vie nocturne', 'Ateliers 8-12 ans'];
  const drawn = rows
    .map((name, index) => {
      const y = 40 + index * 34;
      const late = index === 1 ? ' late' : '';
      return `<rect class="g-row" x="0" y="${y - 6}" width="900" height="30" fill="#eef1f6"/><a href="/board"><text class="label" x="8" y="${y + 14}" font-size="13" fill="#1a2130">${name}</text></a><rect class="g-bar${late}" x="${240 + index * 60}" y="${y}" width="260" height="18" rx="4" fill="#e8f0f8" stroke="#1c5d99"/><rect class="g-done${late}" x="${240 + index * 60}" y="${y}" width="${200 - index * 50}" height="18" rx="4" fill="#1c5d99"/>`;
    })
    .join('');
  return `<figure class="chart panel" role="figure" aria-labelledby="gt"><figcaption id="gt"><strong>Calendrier des actions</strong></figcaption><div class="gantt" tabindex="0" role="region" aria-label="Calendrier"><svg class="plot" viewBox="0 0 900 180" role="group" aria-label="Quatre actions de septembre à mars">${drawn}<line class="g-today" x1="420" x2="420" y1="20" y2="176" stroke="#8a4b08" stroke-dasharray="4 3"/></svg></div></figure>`;
};
