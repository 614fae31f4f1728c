import {
  ball,
  type Canvas,
  type Drawing,
  darker,
  fill,
  gradient,
  lighter,
  line,
  mirror,
  move,
  n,
  oval,
} from '../draw.ts'

/** What grows: mushrooms, sea buckthorn, buckwheat, scallion, eggs. The icon set has none of them, or a poisonous one. */
export function mushroom(canvas: Canvas, cap: string, cracked = false): Drawing {
  const { random } = canvas
  const cracks = cracked
    ? line(
        Array.from(
          { length: 9 },
          () =>
            `M${n(random.between(-62, 54))} ${n(random.between(-128, -92))}l${n(random.between(6, 16))} ${n(random.between(-10, 12))}l${n(random.between(-4, 12))} 9`,
        ).join(''),
        lighter(cap, 0.75),
        5,
      )
    : oval(-30, -122, 24, 12, lighter(cap, 0.6), 'opacity=".7"')
  return {
    svg:
      fill(
        'M-26 -84C-24 -50 -38 -20 -34 -4Q0 12 34 -4C38 -20 24 -50 26 -84Z',
        gradient(canvas, ['#fbf3df', '#f3e6c8', '#d8c39a'], true),
      ) +
      fill('M-96 -80Q0 -50 96 -80Q60 -104 0 -104T-96 -80Z', '#e9d9b4') +
      fill(
        'M-98 -78C-110 -140 -50 -160 0 -160S110 -140 98 -78Q0 -112 -98 -78Z',
        ball(canvas, lighter(cap, 0.35), cap, darker(cap, 0.3)),
      ) +
      cracks,
    width: 190,
    height: 162,
  }
}

/** A cluster of small slippery caps: 滑子菇. */
export function smallCaps(canvas: Canvas): Drawing {
  const parts = [
    [-48, -6, 0.5],
    [44, -8, 0.52],
    [0, 0, 0.66],
    [-84, 4, 0.36],
    [84, 4, 0.38],
  ].map(([x = 0, y = 0, s = 1]) => move(x, y, mushroom(canvas, '#d98a34').svg, s, x / 5))
  return { svg: parts.join(''), width: 220, height: 120 }
}

/** A dried slice of a cap, gills to the front. */
export function driedSlice(cap: string): Drawing {
  return {
    svg:
      fill('M-84 -46C-84 -96 84 -96 84 -46Q40 -60 20 -40V-8Q0 6 -20 -8V-40Q-40 -60 -84 -46Z', '#f0e2c2') +
      line('M-84 -48C-84 -98 84 -98 84 -48', cap, 13) +
      line('M-46 -62v10M-28 -66v14M28 -66v14M46 -62v10M0 -68v48', '#cdb487', 4),
    width: 175,
    height: 90,
  }
}

export function seaBuckthorn(canvas: Canvas): Drawing {
  const { random } = canvas
  let leaves = ''
  let berries = ''
  let shine = ''
  for (let index = 0; index < 17; index++) {
    const x = -170 + index * 21
    const y = -70 - Math.sin(index / 5) * 34
    const up = index % 2 ? -1 : 1
    leaves += `M${x} ${n(y)}q${n(14)} ${30 * up} ${n(40)} ${46 * up}q-34 -4 -40 ${-46 * up}Z`
    for (let berry = 0; berry < 3; berry++) {
      const bx = x + random.between(-12, 12)
      const by = y + random.between(-24, 24)
      berries += `M${n(bx)} ${n(by)}h.1`
      shine += `M${n(bx - 4)} ${n(by - 5)}h.1`
    }
  }
  return {
    svg:
      line('M-190 -60C-100 -120 60 -20 190 -96', '#7a5a3c', 8) +
      fill(leaves, '#8fa06c') +
      line(berries, '#d9761c', 29) +
      line(berries, '#f09a2a', 24) +
      line(shine, '#ffe0a0', 7),
    width: 390,
    height: 150,
  }
}

/** Buckwheat in flower. */
export function buckwheat(canvas: Canvas): Drawing {
  const { random } = canvas
  const blossoms = Array.from(
    { length: 34 },
    () => `M${n(random.between(-52, 52))} ${n(random.between(-250, -178))}h.1`,
  ).join('')
  return {
    svg:
      line('M0 0C6 -80 -6 -140 0 -210M0 -110Q-34 -140 -40 -190M2 -130Q34 -150 40 -196', '#b0574c', 6) +
      fill('M-2 -70Q-70 -80 -76 -126Q-20 -128 -2 -70ZM4 -50Q66 -56 78 -104Q24 -108 4 -50Z', '#7f9a58') +
      line(blossoms, '#f6dfe0', 19) +
      line(blossoms, '#fffaf6', 11) +
      line(blossoms.slice(0, 240), '#d98a94', 5),
    width: 150,
    height: 270,
  }
}

export function scallion(): Drawing {
  const one = (x: number) =>
    `<path d="M${x} -20V-150" stroke="#fbf9ee" stroke-width="24" stroke-linecap="round"/><path d="M${x + 6} -20V-150" stroke="#dfe5c8" stroke-width="8"/><path d="M${x} -150Q${x - 6} -240 ${x - 34} -330M${x} -150Q${x + 4} -250 ${x + 20} -350M${x} -150Q${x} -230 ${x + 2} -300" fill="none" stroke="#5f8a3e" stroke-width="15" stroke-linecap="round"/><path d="M${x - 8} -8q-6 12 -4 22M${x} -6v24M${x + 8} -8q8 10 6 20" fill="none" stroke="#d9cfae" stroke-width="4"/>`
  return {
    svg: [-70, -34, 2, 38, 72].map(one).join('') + line('M-88 -110H90', '#b3362a', 17),
    width: 220,
    height: 350,
  }
}

export function egg(canvas: Canvas): Drawing {
  const shell = canvas.random.pick(['#e9bf94', '#f0cda6', '#f6e3c8', '#dcae80'])
  return {
    svg: fill(
      'M0 -136C44 -136 62 -80 62 -50C62 -16 34 0 0 0S-62 -16 -62 -50C-62 -80 -44 -136 0 -136Z',
      ball(canvas, lighter(shell, 0.6), shell, darker(shell, 0.24)),
    ),
    width: 122,
    height: 136,
  }
}

/** 文冠果 and flax in flower stand beside their oils. */
export function flaxFlower(canvas: Canvas): Drawing {
  const petal = '#7d9bd2'
  const flower = (x: number, y: number, s: number) =>
    move(
      x,
      y,
      [0, 72, 144, 216, 288]
        .map(
          (turn) =>
            `<ellipse cy="-24" rx="19" ry="25" transform="rotate(${turn})" fill="${turn % 144 ? petal : lighter(petal, 0.25)}"/>`,
        )
        .join('') + oval(0, 0, 10, 10, '#f3d77a'),
      s,
      canvas.random.between(0, 70),
    )
  return {
    svg:
      line('M0 0Q4 -110 -10 -200M2 -60Q40 -120 62 -150M-2 -90Q-44 -130 -66 -148', '#7f9a58', 6) +
      fill('M0 -50q-40 -20 -46 -58q36 14 46 58ZM2 -30q36 -14 44 -50q-34 10 -44 50Z', '#8ea566') +
      flower(-10, -214, 1) +
      flower(66, -164, 0.8) +
      flower(-70, -160, 0.78),
    width: 200,
    height: 260,
  }
}

export function gourd(canvas: Canvas, painted: boolean): Drawing {
  const skin = ball(canvas, '#f6d493', '#dca653', '#a86f2c')
  const art = painted
    ? line(
        'M-60 -70q30 -40 62 -12t58 -8M-40 -44q20 -26 40 -6t44 -6M-26 -196q16 -18 30 0t26 -2',
        '#7a3f1c',
        5,
      ) + oval(44, -112, 13, 13, '#b3362a')
    : ''
  return {
    svg:
      line('M0 -246q-4 -40 24 -54', '#8a7a3e', 12) +
      oval(0, -200, 62, 60, skin) +
      fill('M-36 -156Q0 -140 36 -156L54 -132H-54Z', '#cf9847') +
      oval(0, -82, 104, 88, skin) +
      art +
      line('M-40 -150Q0 -136 40 -150', '#b3362a', 9) +
      line('M36 -148q24 20 18 64', '#b3362a', 6),
    width: 210,
    height: 300,
  }
}

/** A sprig to lie beside a vessel. */
export function sprig(canvas: Canvas, leaf: string): Drawing {
  let svg = line('M-120 -6Q-20 -60 120 -50', darker(leaf, 0.25), 6)
  for (let index = 0; index < 6; index++) {
    const x = -92 + index * 38
    const y = -18 - Math.sin(index / 3.4) * 32
    svg +=
      fill(`M${x} ${n(y)}q${n(4)} -44 46 -54q0 44 -46 54Z`, leaf) +
      fill(`M${x} ${n(y)}q34 6 46 38q-42 -2 -46 -38Z`, lighter(leaf, 0.14))
  }
  return { svg: canvas.random.chance(0.5) ? mirror(svg) : svg, width: 250, height: 110 }
}
