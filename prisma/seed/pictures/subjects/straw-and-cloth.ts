import {
  box,
  type Canvas,
  type Drawing,
  darker,
  fill,
  gradient,
  groundShadow,
  lighter,
  line,
  move,
  n,
  oval,
} from '../draw.ts'

/** 笤帚: a whisk of sorghum straw, bound with red cord. */
export function broom(canvas: Canvas, small: boolean): Drawing {
  let straw = ''
  let dark = ''
  for (let index = 0; index < 44; index++) {
    const t = index / 43 - 0.5
    const d = `M${n(t * 60)} -190Q${n(t * 150)} -110 ${n(t * 330 + canvas.random.between(-6, 6))} ${n(canvas.random.between(-12, 4) - Math.cos(t * 3) * 6)}`
    if (index % 3) straw += d
    else dark += d
  }
  const tall = small ? -330 : -430
  return {
    svg:
      line(dark, '#b98f4a', 9) +
      line(straw, '#e3c07a', 7) +
      line(`M0 -190V${tall}`, '#c99a54', 34) +
      line(`M-8 -200V${tall + 10}`, '#e8c98a', 7) +
      [-188, -172, -156, -240, tall + 34]
        .map((y) =>
          line(`M${y < -200 ? -17 : -32} ${y}q${y < -200 ? '17 6 34 0' : '32 14 64 0'}`, '#b3362a', 9),
        )
        .join('') +
      `<circle cx="0" cy="${tall - 12}" r="12" fill="none" stroke="#b3362a" stroke-width="6"/>`,
    width: 330,
    height: -tall,
  }
}

/** 盖帘: stalks sewn into a round tray. */
export function strawTray(canvas: Canvas): Drawing {
  const id = canvas.define('tray', (name) => `<clipPath id="${name}"><circle cy="-190" r="184"/></clipPath>`)
  let stalks = ''
  for (let x = -180; x <= 180; x += 15) stalks += `M${x} -376V-4`
  return {
    svg:
      oval(8, -182, 186, 186, '#7a5a30', 'opacity=".35"') +
      oval(0, -190, 186, 186, '#b98f4a') +
      `<g clip-path="url(#${id})">${line(stalks, '#e6c684', 12.5)}${line('M-180 -250H180M-180 -190H180M-180 -130H180', '#b3362a', 3.5, 'stroke-dasharray="8 7"')}</g>`,
    width: 372,
    height: 376,
  }
}

/** Silk or cashmere: a folded cloth with a falling end. */
export function scarf(canvas: Canvas, colour: string, fringe: boolean): Drawing {
  const fold = (y: number, tone: string) =>
    fill(
      `M-190 ${y}Q-206 ${y - 34} -180 ${y - 64}H170Q200 ${y - 34} 186 ${y}Z`,
      gradient(canvas, [lighter(tone, 0.3), tone]),
    )
  const ends = fringe
    ? line(
        Array.from({ length: 15 }, (_, index) => `M${-30 + index * 11} 44v34`).join(''),
        darker(colour, 0.1),
        5,
      )
    : ''
  return {
    svg:
      groundShadow(canvas, 10, 0, 250, 40) +
      fold(0, darker(colour, 0.16)) +
      fold(-56, colour) +
      fold(-112, lighter(colour, 0.12)) +
      fill('M-40 -176H130L136 44H-34Z', gradient(canvas, [lighter(colour, 0.34), colour])) +
      [-140, -90, -40, 10]
        .map((y) =>
          move(
            46,
            y,
            line('M-60 12c20 -34 56 -34 56 -6s-34 18 -24 -6M4 10q30 12 56 -8', '#fdf8ee', 5, 'opacity=".75"'),
          ),
        )
        .join('') +
      ends,
    width: 400,
    height: 190,
  }
}

/** 剪纸: eight-fold paper cut on a sheet. */
export function paperCut(canvas: Canvas): Drawing {
  const { random } = canvas
  const petal = `M0 -20C${random.whole(28, 44)} -60 ${random.whole(20, 40)} -110 0 -${random.whole(138, 152)}C-${random.whole(20, 40)} -110 -${random.whole(28, 44)} -60 0 -20Z`
  const ring = Array.from(
    { length: 8 },
    (_, index) =>
      `<g transform="rotate(${index * 45})"><path d="${petal}" fill="#b3362a"/><path d="M0 -56q12 -26 0 -56q-12 30 0 56Z" fill="#fdf8ee"/><circle cx="0" cy="-128" r="6" fill="#fdf8ee"/><path d="M0 -158l12 16h-24Z" fill="#b3362a" transform="rotate(22.5)"/></g>`,
  ).join('')
  return {
    svg:
      groundShadow(canvas, 10, 0, 230, 30) +
      box(-196, -404, 392, 404, 4, '#8a5a38') +
      box(-180, -388, 360, 372, 2, '#fdf8ee') +
      `<g transform="translate(0 -202)"><circle r="162" fill="none" stroke="#b3362a" stroke-width="7"/>${ring}<circle r="24" fill="#b3362a"/><circle r="10" fill="#fdf8ee"/></g>`,
    width: 392,
    height: 404,
  }
}

/** A tooled leather picture: grassland and a horse's arc of hills. */
export function leatherPicture(canvas: Canvas): Drawing {
  return {
    svg:
      groundShadow(canvas, 10, 0, 230, 30) +
      box(-210, -330, 420, 330, 6, '#5a3420') +
      box(-190, -310, 380, 290, 2, gradient(canvas, ['#c98f55', '#a96c38'])) +
      line(
        'M-176 -120Q-90 -200 -10 -140T176 -170M-176 -80Q-40 -140 60 -96T176 -110M-176 -44Q0 -90 176 -60',
        '#6f3f1e',
        7,
      ) +
      oval(96, -240, 32, 32, '#8a5228') +
      move(-60, -216, line('M-70 14c20 -34 56 -34 56 -6s-34 18 -24 -6M-6 12q30 14 60 -8', '#6f3f1e', 7)) +
      box(-176, -296, 352, 262, 2, 'none', 'stroke="#6f3f1e" stroke-width="4" stroke-dasharray="10 8"'),
    width: 420,
    height: 330,
  }
}

export function sachet(canvas: Canvas, colour: string): Drawing {
  return {
    svg:
      line('M0 -260V-330', '#b3362a', 7) +
      line('M-24 -6V74M-8 -2V84M8 -2V84M24 -6V74', '#d9a441', 7) +
      fill(
        'M-90 -120C-110 -30 -40 0 0 0S110 -30 90 -120C80 -200 40 -230 0 -260C-40 -230 -80 -200 -90 -120Z',
        gradient(canvas, [lighter(colour, 0.22), darker(colour, 0.12)]),
      ) +
      line(
        'M-50 -100c16 -44 60 -44 60 -6s-42 22 -30 -10M10 -70q30 14 52 -20M-40 -46q40 24 82 0',
        '#f3d77a',
        8,
      ) +
      line('M-70 -176Q0 -150 70 -176', '#f3d77a', 7) +
      oval(0, -258, 13, 13, '#6e9c8c'),
    width: 190,
    height: 340,
  }
}

export function patchworkBag(canvas: Canvas): Drawing {
  const colours = ['#b3362a', '#d9a441', '#6e9c8c', '#5b6fa8', '#c98ba0', '#8a9a5a']
  const id = canvas.define(
    'bag',
    (name) =>
      `<clipPath id="${name}"><path d="M-160 -230H160L190 -20Q190 0 160 0H-160Q-190 0 -190 -20Z"/></clipPath>`,
  )
  let patches = ''
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 6; column++)
      patches +=
        box(-192 + column * 64, -232 + row * 59, 64, 59, 0, canvas.random.pick(colours)) +
        line(
          `M${-192 + column * 64} ${-232 + row * 59}l64 59`,
          '#fdf8ee',
          3,
          'stroke-dasharray="6 6" opacity=".7"',
        )
  return {
    svg:
      groundShadow(canvas, 12, 0, 240, 36) +
      line('M-90 -226C-90 -400 90 -400 90 -226', '#7a4a30', 20) +
      `<g clip-path="url(#${id})">${patches}</g>` +
      box(-164, -240, 328, 30, 10, '#7a4a30'),
    width: 380,
    height: 380,
  }
}
