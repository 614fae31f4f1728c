import { dragonPath } from '#app/ui/dragon-path.ts'
import {
  ball,
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

const stones = { plain: '#d9a58c', yellow: '#e0b24e', blood: '#ecdcc8' }

/** Balin seal stone: warm and veined, its top rounded and cut with a scroll. */
export function seal(canvas: Canvas, kind: keyof typeof stones): Drawing {
  const stone = stones[kind]
  const top = 'M-72 -200C-78 -262 -40 -300 14 -304C70 -306 112 -280 112 -226L72 -200Z'
  const scroll = move(
    4,
    -244,
    line('M-60 12c20 -34 56 -34 56 -6s-34 18 -24 -6M4 10q30 12 56 -8', darker(stone, 0.28), 6),
  )
  return {
    svg:
      groundShadow(canvas, 20, 0, 150, 30) +
      fill('M72 -206L112 -232V-22L72 0Z', darker(stone, 0.28)) +
      box(-72, -206, 144, 206, 3, gradient(canvas, [lighter(stone, 0.3), stone, darker(stone, 0.12)])) +
      fill(top, gradient(canvas, [lighter(stone, 0.42), darker(stone, 0.08)])) +
      line('M-72 -200H72L110 -226', lighter(stone, 0.5), 4) +
      scroll +
      (kind === 'blood' ? bloodspots(canvas) : veins(canvas, lighter(stone, 0.5))) +
      line('M-58 -188V-16', '#ffffff', 7, 'opacity=".35"'),
    width: 190,
    height: 306,
  }
}

function veins(canvas: Canvas, colour: string): string {
  const { random } = canvas
  const paths = Array.from(
    { length: 5 },
    (_, index) =>
      `M${n(random.between(-66, -20))} ${n(-180 + index * 36)}q${n(random.between(16, 50))} ${n(random.between(-22, 22))} ${n(random.between(56, 84))} ${n(random.between(-14, 24))}`,
  )
  return line(paths.join(''), colour, 4.5, 'opacity=".75"')
}

/** 鸡血: cinnabar that runs through the stone in clouds. */
function bloodspots(canvas: Canvas): string {
  const { random } = canvas
  const [x, y] = [random.between(-14, 14), random.between(-140, -90)]
  let large = ''
  let small = ''
  for (let index = 0; index < 60; index++) {
    const along = random.between(-1, 1)
    const spot = `M${n(Math.max(-56, Math.min(56, x + along * 42 + random.between(-22, 22))))} ${n(Math.max(-186, Math.min(-18, y - along * 56 + random.between(-30, 30))))}l${n(random.between(0, 9))} ${n(random.between(-8, 2))}`
    if (index % 3) small += spot
    else large += spot
  }
  return line(large, '#b3261e', 17, 'opacity=".85"') + line(small, '#c93a2a', 8, 'opacity=".8"')
}

/** The impression of a seal, without characters: a square of Hongshan scrolls. */
export function sealPrint(): Drawing {
  return {
    svg: box(-62, -124, 124, 124, 10, '#b3362a') + line('M-40 -100h80v76h-80v-52h54v28h-28', '#fdf3e6', 9),
    width: 124,
    height: 124,
  }
}

/** The C-shaped dragon in jade, hung from a rosewood stand. */
export function jadeDragon(canvas: Canvas): Drawing {
  const carved = (colour: string) =>
    `<g transform="translate(-200 -428) scale(3.9)">${fill(dragonPath, colour)}</g>`
  const shine = 'M24 30C34 18 46 16 58 17M15.5 52C16 66 22 78 34 85'
  return {
    svg:
      groundShadow(canvas, 14, 0, 210, 34) +
      box(-130, -30, 260, 30, 8, gradient(canvas, ['#7a4a30', '#4f2d1c'])) +
      fill('M-90 -30Q-84 -62 -46 -66Q0 -50 46 -66Q84 -62 90 -30Z', gradient(canvas, ['#8f5a3a', '#643822'])) +
      move(9, 6, carved('#2f5a4c')) +
      carved(gradient(canvas, ['#9cc4ae', '#6e9c8c', '#4f8070'])) +
      `<g transform="translate(-200 -428) scale(3.9)">${line(shine, '#dcefe2', 2.4, 'opacity=".85"')}</g>`,
    width: 400,
    height: 430,
  }
}

/** 玉猪龙: the thick slit ring of a pig dragon. */
export function pigDragon(canvas: Canvas): Drawing {
  const jade = ball(canvas, '#e6ecc8', '#a9bf94', '#6f8f6c')
  return {
    svg:
      groundShadow(canvas, 14, 0, 190, 34) +
      fill(
        'M60 -334C150 -300 182 -220 172 -150C160 -50 80 0 0 0S-170 -60 -172 -160C-174 -230 -140 -300 -90 -330L-70 -372L-34 -346L6 -378L30 -340Z M0 -196A52 52 0 1 0 0 -92A52 52 0 0 0 50 -132L168 -120L170 -140L44 -156A52 52 0 0 0 0 -196Z',
        jade,
        'fill-rule="evenodd"',
      ) +
      '<circle cx="66" cy="-256" r="24" fill="none" stroke="#5f7f5c" stroke-width="8"/><circle cx="66" cy="-256" r="8" fill="#5f7f5c"/>' +
      line('M120 -226q28 8 40 30M106 -206q26 10 38 30M92 -190q22 10 32 26', '#5f7f5c', 6) +
      line('M-120 -220Q-140 -120 -80 -60', '#fbfdf0', 12, 'opacity=".6"'),
    width: 350,
    height: 376,
  }
}

export function silverBowl(canvas: Canvas): Drawing {
  const silver = gradient(canvas, ['#f7f8f8', '#c5cacd', '#eef0f1', '#8f979c'], true)
  return {
    svg:
      groundShadow(canvas, 12, 0, 210, 36) +
      box(-70, -30, 140, 30, 6, silver) +
      oval(0, -176, 186, 44, '#7d858a') +
      fill('M-186 -176C-180 -70 -90 -24 0 -24S180 -70 186 -176A186 44 0 0 1 -186 -176Z', silver) +
      line('M-178 -140Q0 -84 178 -140M-160 -96Q0 -44 160 -96', '#8f979c', 4) +
      [-110, -50, 16, 82]
        .map((x) =>
          move(x + 12, -84 + Math.abs(x) / 12, line('M-24 0c6 -24 34 -24 34 0s-24 14 -16 -4', '#7d858a', 5)),
        )
        .join('') +
      line('M-186 -178A186 44 0 0 0 186 -178', '#ffffff', 6) +
      oval(0, -176, 20, 6, '#d9a441'),
    width: 372,
    height: 220,
  }
}

/** Liao wares: the cockscomb flask, and the pot filled from below. */
export function cockscombFlask(canvas: Canvas): Drawing {
  const glaze = gradient(canvas, ['#8fae5a', '#d9a441', '#b3762c'])
  return {
    svg:
      groundShadow(canvas, 14, 0, 170, 32) +
      fill(
        'M-130 -40C-150 -150 -120 -240 -96 -300Q-60 -360 -20 -330Q10 -370 50 -330L70 -300C120 -230 150 -140 128 -40Q110 0 0 0T-130 -40Z',
        glaze,
      ) +
      fill('M-96 -300L-112 -372Q-90 -386 -66 -374L-60 -318Z', '#a9bf6a') +
      '<circle cx="16" cy="-296" r="24" fill="#fbf7f0"/>' +
      line('M-96 -60Q0 -20 96 -60M-104 -160Q0 -130 104 -160', '#fdf3d6', 6, 'opacity=".8"') +
      move(4, -94, line('M-60 12c20 -34 56 -34 56 -6s-34 18 -24 -6M4 10q30 12 56 -8', '#fdf3d6', 8)) +
      fill('M-112 -80C-120 -160 -100 -220 -84 -262Q-92 -160 -92 -60Z', '#ffffff', 'opacity=".35"'),
    width: 270,
    height: 384,
  }
}

export function pot(canvas: Canvas, glaze: string): Drawing {
  return {
    svg:
      groundShadow(canvas, 14, 0, 210, 36) +
      line('M-90 -230C-200 -300 -230 -120 -126 -90', darker(glaze, 0.12), 26) +
      fill(
        'M110 -130C170 -150 170 -230 214 -250L232 -232C200 -190 200 -110 120 -70Z',
        gradient(canvas, [lighter(glaze, 0.2), darker(glaze, 0.1)]),
      ) +
      oval(0, -120, 142, 122, ball(canvas, lighter(glaze, 0.55), glaze, darker(glaze, 0.32))) +
      fill('M-52 -236Q0 -282 52 -236Q0 -218 -52 -236Z', darker(glaze, 0.08)) +
      oval(0, -270, 18, 16, '#d9a441') +
      box(-70, -12, 140, 14, 6, darker(glaze, 0.3)) +
      line('M-104 -150q30 -40 60 0t60 0t60 0', lighter(glaze, 0.6), 7, 'opacity=".8"') +
      line('M-96 -70Q0 -30 96 -70', lighter(glaze, 0.5), 5, 'opacity=".7"'),
    width: 420,
    height: 290,
  }
}

/** Bronze bookmark with a tassel. */
export function bookmark(): Drawing {
  return {
    svg: `<g transform="rotate(14)">${box(-50, -360, 100, 330, 10, '#b98f4a')}${box(-40, -350, 80, 310, 6, '#d9b26a')}${line('M-20 -320h40v40h-40v30h40M-20 -210h40M0 -230v60M-22 -150h44v44h-44ZM-18 -80q18 20 36 0', '#6f4a20', 7)}${line('M0 -360q10 -40 40 -46', '#b3362a', 5)}${line('M40 -406v90M34 -400v80M46 -400v80', '#b3362a', 6)}</g>`,
    width: 190,
    height: 400,
  }
}

export function pagodaMagnet(pagodaSvg: string): Drawing {
  return {
    svg:
      oval(0, -180, 168, 178, '#fdf8ee') +
      `<ellipse cy="-180" rx="154" ry="164" fill="#dfe6ee" stroke="#b3762c" stroke-width="8"/>` +
      move(0, -50, pagodaSvg, 1.35) +
      fill('M-140 -110Q0 -40 140 -110Q100 -18 0 -16T-140 -110Z', '#8fa763', 'opacity=".85"'),
    width: 340,
    height: 360,
  }
}
