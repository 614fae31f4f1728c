import {
  ball,
  box,
  type Canvas,
  type Drawing,
  darker,
  fill,
  gradient,
  lighter,
  line,
  n,
  oval,
} from '../draw.ts'
import { bowl } from '../vessels.ts'

/** A block seen from the front and above. */
export function block(canvas: Canvas, width: number, height: number, colour: string, stamp = false): Drawing {
  const d = width * 0.2
  const w = width / 2
  return {
    svg:
      fill(
        `M${n(-w)} ${-height}L${n(-w + d)} ${n(-height - d)}H${n(w + d)}L${n(w)} ${-height}Z`,
        lighter(colour, 0.55),
      ) +
      fill(`M${n(w)} ${-height}L${n(w + d)} ${n(-height - d)}V${n(-d)}L${n(w)} 0Z`, darker(colour, 0.2)) +
      box(-w, -height, width, height, 6, gradient(canvas, [lighter(colour, 0.2), darker(colour, 0.06)])) +
      (stamp
        ? line(
            `M${n(-w * 0.5)} ${n(-height * 0.5)}c10 -30 50 -30 50 0s-34 22 -26 -4M${n(w * 0.2)} ${n(-height * 0.3)}q30 14 ${n(w * 0.5)} -12`,
            darker(colour, 0.18),
            6,
          )
        : ''),
    width: width + d,
    height: height + d,
  }
}

/** 奶皮子: the folded skin of boiled milk, blistered and creamy. */
export function milkSkin(canvas: Canvas): Drawing {
  const blisters = Array.from(
    { length: 26 },
    () => `M${n(canvas.random.between(-120, 110))} ${n(canvas.random.between(-92, -34))}h.1`,
  ).join('')
  return {
    svg:
      fill(
        'M-160 -20Q-170 -96 -20 -112Q150 -120 164 -40Q170 -8 120 -6H-130Q-158 -6 -160 -20Z',
        gradient(canvas, ['#fff6dc', '#f3dfa8']),
      ) +
      line(blisters, '#e3c479', 15, 'opacity=".6"') +
      line(blisters, '#fffaea', 8) +
      fill('M-160 -20Q-30 -64 164 -40Q172 -4 120 -2H-130Q-156 -2 -160 -20Z', '#f8eac2') +
      line('M-150 -18Q-20 -52 156 -34', '#dfc07a', 4),
    width: 320,
    height: 112,
  }
}

/** 对夹: a flaky round, split and filled with smoked meat. */
export function filledRound(canvas: Canvas): Drawing {
  return {
    svg:
      fill('M-100 -30Q-108 0 -70 2H70Q108 0 100 -30Z', gradient(canvas, ['#d59a52', '#b9793a'])) +
      fill('M-110 -34Q-60 -12 0 -30T112 -36Q112 -58 60 -56H-70Q-108 -56 -110 -34Z', '#7d3527') +
      line('M-92 -36q30 14 60 2t60 2t54 -6', '#b5573d', 9) +
      line('M-76 -46q40 8 80 2t70 0', '#e8b79a', 6) +
      fill(
        'M-106 -52C-104 -110 -50 -124 0 -124S104 -110 106 -52Q0 -34 -106 -52Z',
        ball(canvas, '#f2c983', '#dca055', '#b9793a'),
      ) +
      line('M-62 -98q56 -24 120 -2M-78 -78q74 -24 152 -2', '#c08440', 4) +
      sesame(canvas, 100, -112, -74),
    width: 220,
    height: 126,
  }
}

export function flatRound(canvas: Canvas): Drawing {
  return {
    svg:
      fill('M-108 -30C-108 10 108 10 108 -30Z', '#b9793a') +
      oval(0, -36, 108, 44, ball(canvas, '#f5d196', '#e0a95c', '#bf8340')) +
      line('M-60 -40a40 15 0 1 0 70 -12a34 12 0 1 0 -60 24', '#c48a46', 5) +
      sesame(canvas, 84, -62, -18),
    width: 220,
    height: 80,
  }
}

function sesame(canvas: Canvas, half: number, top: number, bottom: number): string {
  const d = Array.from(
    { length: 16 },
    () =>
      `M${n(canvas.random.between(-half * 0.7, half * 0.7))} ${n(canvas.random.between(top, bottom))}l5 3`,
  ).join('')
  return line(d, '#fbeecb', 7)
}

/** 黏豆包: sticky millet buns, each on its leaf. */
export function stickyBun(canvas: Canvas): Drawing {
  return {
    svg:
      fill('M-96 -8Q0 -34 96 -8Q60 12 0 10T-96 -8Z', '#6f8a4a') +
      fill(
        'M-76 -10C-84 -96 -36 -112 0 -112S84 -96 76 -10Q0 10 -76 -10Z',
        ball(canvas, '#fbe59a', '#ecc44e', '#c99a2c'),
      ) +
      oval(-26, -82, 18, 10, '#fff8d8', 'opacity=".8"'),
    width: 170,
    height: 112,
  }
}

/** 花饽饽: a steamed flower bun. */
export function flowerBun(canvas: Canvas): Drawing {
  const tint = canvas.random.pick(['#e79a9a', '#e8b45a', '#b7c27a'])
  const petals = [0, 60, 120, 180, 240, 300]
    .map(
      (turn) =>
        `<ellipse cx="0" cy="-26" rx="20" ry="26" transform="translate(0 -64) rotate(${turn})" fill="${tint}" stroke="${darker(tint, 0.14)}" stroke-width="3"/>`,
    )
    .join('')
  return {
    svg:
      fill(
        'M-100 -6C-112 -80 -60 -124 0 -124S112 -80 100 -6Q0 14 -100 -6Z',
        ball(canvas, '#fffdf4', '#f8eeda', '#e0cda8'),
      ) +
      petals +
      oval(0, -64, 15, 14, '#f3d77a'),
    width: 210,
    height: 124,
  }
}

/** 蛋月烧 and other round cakes. */
export function roundCake(canvas: Canvas): Drawing {
  return {
    svg:
      fill('M-92 -34V-14C-92 22 92 22 92 -14V-34Z', '#b9722f') +
      oval(0, -38, 92, 38, ball(canvas, '#f0bf6a', '#d9963e', '#b06f2a')) +
      oval(0, -42, 66, 25, '#e3aa55') +
      line('M-34 -42q34 -26 68 0M-34 -42q34 26 68 0M0 -58v32', '#a8642a', 5),
    width: 190,
    height: 78,
  }
}

/** A stack of thin sheets: 干豆腐. */
export function sheets(colour: string): Drawing {
  let svg = ''
  for (let layer = 0; layer < 9; layer++) {
    const y = -layer * 13
    svg +=
      fill(
        `M-150 ${y}Q-166 ${y - 8} -150 ${y - 15}H140Q166 ${y - 8} 150 ${y}Z`,
        layer % 2 ? lighter(colour, 0.4) : colour,
      ) + line(`M-150 ${y}H148`, darker(colour, 0.16), 2.5)
  }
  return {
    svg: `${svg}${fill('M-150 -117L-104 -160H172L146 -117Z', lighter(colour, 0.5))}${line('M-60 -140h160M-90 -128h120', darker(colour, 0.08), 3)}`,
    width: 320,
    height: 160,
  }
}

/** Noodles bound by a paper band. */
export function noodles(canvas: Canvas, colour: string, band: string): Drawing {
  let svg = box(-170, -70, 340, 72, 34, darker(colour, 0.2))
  for (let strand = 0; strand < 9; strand++) {
    const y = -64 + strand * 7.6
    svg += line(
      `M${-164 + canvas.random.whole(-8, 8)} ${n(y)}H${164 + canvas.random.whole(-10, 8)}`,
      strand % 3 === 1 ? lighter(colour, 0.4) : colour,
      6,
    )
  }
  return {
    svg: `${svg}${box(-42, -74, 84, 80, 4, band)}${box(-42, -46, 84, 24, 0, '#fdf8ee')}`,
    width: 350,
    height: 76,
  }
}

/** Vermicelli wound into a nest. */
export function nest(colour: string): Drawing {
  let svg =
    fill('M-110 -20C-120 14 120 14 110 -20Z', darker(colour, 0.3)) +
    oval(0, -34, 112, 44, darker(colour, 0.14))
  for (let ring = 0; ring < 7; ring++)
    svg += `<ellipse cx="${(ring % 3) * 5 - 5}" cy="${-34 - (ring % 2) * 5}" rx="${n(106 - ring * 14)}" ry="${n(41 - ring * 5.4)}" fill="none" stroke="${ring % 2 ? lighter(colour, 0.45) : colour}" stroke-width="8"/>`
  return { svg, width: 230, height: 84 }
}

/** 羊杂汤: a bowl of white broth with slices, coriander and chilli oil. */
export function soup(canvas: Canvas): Drawing {
  const { random } = canvas
  const vessel = bowl(canvas, 230, random.pick(['#f6efe2', '#3f4a58', '#7f99a6']), '#b3362a')
  const { y, rx, ry } = vessel.mouth
  const scatter = (count: number, draw: (x: number, at: number) => string) =>
    Array.from({ length: count }, () => {
      const [turn, far] = [random.between(0, 6.28), random.between(0.1, 0.82)]
      return draw(Math.cos(turn) * rx * far, y + 4 + Math.sin(turn) * ry * far)
    }).join('')
  return {
    svg:
      vessel.back +
      oval(0, y + 6, rx * 0.97, ry * 0.93, '#efdfbf') +
      scatter(
        9,
        (x, at) =>
          oval(x, at, 34, 15, random.pick(['#b98a70', '#a5735c', '#cfa588'])) +
          oval(x - 4, at - 4, 24, 8, '#dcb89c'),
      ) +
      scatter(10, (x, at) => oval(x, at, random.between(6, 13), 4, '#d2482a', 'opacity=".8"')) +
      scatter(16, (x, at) => oval(x, at, 9, 5, '#5f9040')) +
      vessel.front +
      line(
        `M-60 ${n(y - 60)}q-16 -24 0 -46t0 -46M20 ${n(y - 70)}q-16 -24 0 -46t0 -46`,
        '#ffffff',
        8,
        'opacity=".6"',
      ),
    width: 460,
    height: 300,
  }
}
