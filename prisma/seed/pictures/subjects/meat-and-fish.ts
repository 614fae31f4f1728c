import { ball, type Canvas, type Drawing, darker, fill, gradient, lighter, line, n, oval } from '../draw.ts'

const red = '#b8453d'
const fat = '#f7e6da'

/** Thin slices rolled up: 羊肉卷, 肥牛卷. */
export function meatRoll(canvas: Canvas, colour = red): Drawing {
  const tone = canvas.random.pick([colour, lighter(colour, 0.1), darker(colour, 0.08)])
  return {
    svg:
      fill('M-60 -26L40 -62Q84 -50 76 -10L-22 26Z', gradient(canvas, [lighter(tone, 0.22), tone])) +
      line('M-40 -34L48 -64M-20 6L72 -26', fat, 9, 'opacity=".85"') +
      oval(-38, 0, 36, 34, fat) +
      oval(-38, 0, 28, 26, tone) +
      line('M-38 -16a16 16 0 1 1 -16 16a10 10 0 1 1 10 8', fat, 6),
    width: 150,
    height: 90,
  }
}

/** Marbled steak, cut from the eye. */
export function steak(canvas: Canvas): Drawing {
  const veins = Array.from(
    { length: 7 },
    () =>
      `M${n(canvas.random.between(-80, 70))} ${n(canvas.random.between(-92, -34))}q${n(canvas.random.between(6, 20))} ${n(canvas.random.between(-18, 18))} ${n(canvas.random.between(24, 44))} ${n(canvas.random.between(-10, 10))}`,
  ).join('')
  const edge = 'M-120 -56C-118 -112 -40 -132 30 -124S134 -70 116 -36S30 -4 -40 -10S-124 -18 -120 -56Z'
  return {
    svg: `<g transform="translate(4 14)">${fill(edge, darker(red, 0.35))}</g>${fill(edge, fat)}<g transform="translate(3 -6) scale(.88 .87)">${fill(edge, gradient(canvas, [lighter(red, 0.12), red]))}${line(veins, fat, 6, 'opacity=".9"')}</g>`,
    width: 250,
    height: 130,
  }
}

/** A solid cut: shank, brisket, leg meat. */
export function chunk(canvas: Canvas): Drawing {
  const side = canvas.random.between(16, 34)
  return {
    svg:
      fill(
        `M-104 -20L-88 -96Q-10 -${n(112 + side)} 78 -104L112 -30Q70 10 -10 8T-104 -20Z`,
        gradient(canvas, [lighter(red, 0.08), darker(red, 0.14)]),
      ) +
      fill(`M-88 -96Q-10 -${n(112 + side)} 78 -104L92 -80Q0 -104 -92 -70Z`, fat) +
      line('M-70 -50q40 -16 76 0M-30 -22q50 -18 104 -2M10 -66q30 -8 54 4', fat, 5, 'opacity=".75"'),
    width: 220,
    height: 130,
  }
}

/** Frenched rack: a row of clean bones out of one loin. */
export function ribs(canvas: Canvas): Drawing {
  const bones = [-120, -72, -24, 24, 72, 120]
    .map(
      (x) =>
        line(`M${x} -70Q${x + 10} -150 ${x + 34} -196`, '#f6ead2', 19) +
        line(`M${x + 4} -80Q${x + 14} -150 ${x + 36} -192`, '#fffaf0', 7) +
        oval(x + 35, -198, 13, 11, '#fff8ea'),
    )
    .join('')
  const cuts = [-96, -48, 0, 48, 96].map((x) => `M${x} -108Q${x - 8} -50 ${x - 4} -10`).join('')
  return {
    svg:
      bones +
      fill(
        'M-166 -30C-172 -96 -120 -122 -20 -118S160 -110 170 -54S120 6 0 6S-160 4 -166 -30Z',
        gradient(canvas, [lighter(red, 0.1), darker(red, 0.12)]),
      ) +
      fill(
        'M-166 -30C-172 -96 -120 -122 -20 -118S160 -110 170 -54C140 -92 60 -98 -20 -96S-150 -80 -166 -30Z',
        fat,
      ) +
      line(cuts, darker(red, 0.35), 5, 'opacity=".7"'),
    width: 340,
    height: 210,
  }
}

export function leg(canvas: Canvas): Drawing {
  return {
    svg:
      line('M130 -96L216 -158', '#f6ead2', 30) +
      oval(220, -168, 22, 18, '#fff8ea') +
      oval(236, -148, 18, 16, '#f6ead2') +
      fill(
        'M-170 -50C-176 -130 -84 -162 -6 -150C60 -140 100 -126 150 -116Q166 -96 150 -78C90 -44 40 2 -60 6C-130 8 -166 -10 -170 -50Z',
        gradient(canvas, [lighter(red, 0.14), darker(red, 0.1)]),
      ) +
      fill(
        'M-162 -86C-140 -146 -60 -158 -6 -150C60 -140 100 -126 150 -116C90 -112 30 -128 -40 -122S-130 -110 -162 -86Z',
        fat,
      ) +
      line('M-120 -60q60 -26 120 -6M-90 -24q50 -18 110 -12M0 -92q40 -6 80 4', fat, 6, 'opacity=".7"'),
    width: 400,
    height: 170,
  }
}

/** A piece on the bone: meat around a shaft, its two-lobed head bare. */
export function bone(canvas: Canvas): Drawing {
  const head = 'M92 -74C96 -104 132 -106 134 -80C158 -88 170 -58 148 -44C132 -34 110 -40 96 -48Z'
  return {
    svg:
      fill(head, ball(canvas, '#fffaf0', '#f3e4c8', '#d2ba92')) +
      line('M40 -52L108 -62', '#f3e4c8', 30) +
      line('M44 -60L104 -68', '#fffaf0', 8) +
      fill(
        'M-140 -46C-146 -106 -80 -128 -20 -120C40 -112 74 -96 84 -66C90 -30 50 2 -30 4C-100 6 -136 -8 -140 -46Z',
        gradient(canvas, [lighter(red, 0.12), darker(red, 0.16)]),
      ) +
      fill(
        'M-132 -76C-118 -120 -66 -124 -20 -120C30 -114 66 -100 80 -76C40 -98 0 -92 -40 -98S-110 -94 -132 -76Z',
        fat,
      ) +
      line('M-100 -48q44 -20 84 -4M-70 -20q46 -14 90 -4M-4 -72q30 -4 52 10', fat, 5.5, 'opacity=".75"'),
    width: 300,
    height: 124,
  }
}

export function mince(canvas: Canvas): Drawing {
  let d = ''
  for (let index = 0; index < 90; index++)
    d += `M${n(canvas.random.between(-110, 90))} ${n(-canvas.random.next() * 70)}q12 -9 24 ${n(canvas.random.between(-6, 8))}`
  return {
    svg:
      fill('M-140 0Q-130 -100 0 -104T140 0Q0 24 -140 0Z', darker(red, 0.2)) +
      line(d, lighter(red, 0.18), 13) +
      line(d.slice(0, 900), fat, 5),
    width: 280,
    height: 110,
  }
}

/** Sliced cooked meat: donkey, smoked, braised; a rim, and a grain that runs across. */
export function cookedSlice(canvas: Canvas): Drawing {
  const { random } = canvas
  const tone = random.pick(['#a3604a', '#96533f', '#ad6a52'])
  const edge = 'M-92 -40C-96 -84 -40 -98 8 -94S98 -78 94 -40S44 4 -8 2S-90 -2 -92 -40Z'
  const grain = Array.from(
    { length: 14 },
    () =>
      `M${n(random.between(-62, 46))} ${n(random.between(-76, -18))}l${n(random.between(10, 20))} ${n(random.between(-5, 5))}`,
  )
  return {
    svg:
      `<g transform="translate(5 9)">${fill(edge, darker(tone, 0.5))}</g>` +
      fill(edge, darker(tone, 0.36)) +
      `<g transform="translate(0 -3) scale(.9 .88)">${fill(edge, gradient(canvas, [lighter(tone, 0.26), tone]))}</g>` +
      line(grain.join(''), lighter(tone, 0.42), 4, 'opacity=".7"') +
      line('M-34 -58q26 -14 52 0t44 -6', '#ecd0b0', 6, 'opacity=".85"'),
    width: 192,
    height: 100,
  }
}

/** Lake fish, silver, with a fork tail. */
export function fish(canvas: Canvas, slim: boolean, back = slim ? '#5f7682' : '#6f6a52'): Drawing {
  const h = slim ? 44 : 70
  const scales = Array.from(
    { length: 15 },
    (_, index) =>
      `M${-70 + (index % 5) * 34} ${n(-h * 1.42 + Math.floor(index / 5) * h * 0.3)}q9 6 0 ${n(h * 0.26)}`,
  ).join('')
  return {
    svg:
      fill(`M120 ${-h}L196 ${-h - 44}Q180 ${-h} 198 ${-h + 42}Z`, darker(back, 0.1)) +
      fill(`M-20 ${-h * 1.7}Q30 ${-h * 2.3} 80 ${-h * 1.6}Z`, darker(back, 0.15)) +
      fill(
        `M-170 ${-h}C-110 ${-h * 2} 60 ${-h * 2} 136 ${-h}C60 0 -110 0 -170 ${-h}Z`,
        gradient(canvas, [back, lighter(back, 0.55), '#f7f5ee']),
      ) +
      line(scales, lighter(back, 0.2), 4, 'opacity=".7"') +
      line(`M-106 ${-h * 1.45}Q-88 ${-h} -106 ${-h * 0.5}`, darker(back, 0.2), 5) +
      oval(-130, -h - 8, 10, 10, '#fff8e0') +
      oval(-130, -h - 8, 5.5, 5.5, '#2a2420') +
      fill(`M-50 ${-h * 0.62}q40 6 48 34q-40 -4 -48 -34Z`, darker(back, 0.05)),
    width: 370,
    height: h * 2,
  }
}

/** A plucked chicken, tied. */
export function poultry(canvas: Canvas): Drawing {
  const skin = ball(canvas, '#fbe6c4', '#eec48f', '#cf975e')
  return {
    svg:
      fill('M-150 -60C-160 -150 -60 -180 20 -168S168 -120 160 -60S90 4 0 4S-144 0 -150 -60Z', skin) +
      fill(
        'M-40 -20C-70 -80 -20 -120 40 -104S110 -40 80 -10S-20 10 -40 -20Z',
        ball(canvas, '#fdeccf', '#f0c892', '#d59d63'),
      ) +
      line('M78 -30L166 -6', '#f3dcb2', 24) +
      oval(178, -2, 16, 14, '#fff3da') +
      line('M-120 -110Q-80 -150 -20 -150', '#fff6e4', 8, 'opacity=".7"'),
    width: 330,
    height: 175,
  }
}
