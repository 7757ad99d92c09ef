import sharp from 'sharp';
import type { SampleScene } from '../../towns/public-face.js';

type Colour = readonly [red: number, green: number, blue: number];
type Shape =
  | { readonly box: readonly [left: number, top: number, width: number, height: number]; readonly colour: Colour }
  | { readonly disc: readonly [x: number, y: number, radius: number]; readonly colour: Colour };

const WIDTH = 960;
const HEIGHT = 640;

const WALL: Colour = [238, 240, 236];
const FLOOR: Colour = [214, 200, 180];
const DESK: Colour = [168, 132, 96];
const PAPER: Colour = [252, 252, 250];
const HEAD: Colour = [92, 78, 70];
const SHIRTS: readonly Colour[] = [
  [66, 112, 168],
  [178, 92, 82],
  [88, 142, 98],
  [150, 116, 172],
];
const NOTES: readonly Colour[] = [
  [250, 224, 110],
  [162, 214, 168],
  [246, 176, 190],
];

const person = (x: number, y: number, index: number): Shape[] => [
  { disc: [x, y + 58, 40], colour: SHIRTS[index % SHIRTS.length] ?? HEAD },
  { disc: [x, y, 27], colour: HEAD },
];
const table = (x: number, y: number, width: number): Shape => ({ box: [x, y, width, 90], colour: DESK });
const rows = (count: number, each: (index: number) => readonly Shape[]): Shape[] =>
  Array.from({ length: count }, (_, index) => each(index)).flat();

/** Nobody real is seen: a room, a few figures, paper. */
const SCENES: Readonly<Record<SampleScene, readonly Shape[]>> = {
  'round-table': [
    ...rows(4, (index) => person(210 + index * 180, 220, index)),
    table(130, 300, 700),
    ...rows(5, (index) => [{ box: [180 + index * 130, 320, 80, 46], colour: PAPER }]),
    ...rows(4, (index) => person(210 + index * 180, 430, index + 2)),
  ],
  'sticky-notes': [
    { box: [90, 70, 780, 430], colour: PAPER },
    ...rows(24, (index) => [
      {
        box: [130 + (index % 3) * 250 + (Math.floor(index / 3) % 2) * 100, 110 + Math.floor(index / 6) * 92, 76, 64],
        colour: NOTES[index % 3] ?? PAPER,
      },
    ]),
  ],
  presentation: [
    { box: [420, 80, 440, 260], colour: PAPER },
    ...rows(3, (index) => [{ box: [460, 130 + index * 62, 300 - index * 60, 26], colour: NOTES[index] ?? PAPER }]),
    ...person(270, 200, 0),
    ...rows(5, (index) => person(140 + index * 170, 460, index + 1)),
  ],
  'three-groups': rows(3, (group) => [
    ...person(150 + group * 300, 190, group),
    ...person(260 + group * 300, 190, group + 1),
    table(90 + group * 300, 280, 230),
    ...person(150 + group * 300, 400, group + 2),
    ...person(260 + group * 300, 400, group + 3),
  ]),
};

/** 見本 in dots: no font is needed to draw it. */
const MARK = [
  '................|.......##.......',
  '..############..|.......##.......',
  '..#..........#..|..############..',
  '..#..........#..|......####......',
  '..############..|.....#.##.#.....',
  '..#..........#..|....#..##..#....',
  '..#..........#..|...#...##...#...',
  '..############..|..#....##....#..',
  '..#..........#..|.#.....##.....#.',
  '..############..|#..##########..#',
  '.....#...#......|.......##.......',
  '.....#...#......|.......##.......',
  '....#....#....#.|.......##.......',
  '...#.....#....#.|.......##.......',
  '.##......#####..|.......##.......',
];
const DOT = 4;

/** A drawn picture that says 見本, as JPEG. */
export async function samplePicture(scene: SampleScene): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  const paint = (shape: Shape): void => paintShape(pixels, shape);
  paint({ box: [0, 0, WIDTH, HEIGHT], colour: WALL });
  paint({ box: [0, 360, WIDTH, HEIGHT - 360], colour: FLOOR });
  SCENES[scene].forEach(paint);
  paint({ box: [WIDTH - 170, HEIGHT - 92, 150, 76], colour: PAPER });
  MARK.forEach((line, y) => {
    [...line.replace('|', '..')].forEach((dot, x) => {
      if (dot === '#') paint({ box: [WIDTH - 162 + x * DOT, HEIGHT - 84 + y * DOT, DOT, DOT], colour: [190, 40, 40] });
    });
  });
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

function paintShape(pixels: Buffer, shape: Shape): void {
  const [left, top, width, height] =
    'box' in shape
      ? shape.box
      : [shape.disc[0] - shape.disc[2], shape.disc[1] - shape.disc[2], shape.disc[2] * 2, shape.disc[2] * 2];
  for (let y = Math.max(top, 0); y < Math.min(top + height, HEIGHT); y += 1) {
    for (let x = Math.max(left, 0); x < Math.min(left + width, WIDTH); x += 1) {
      if ('disc' in shape && Math.hypot(x - shape.disc[0], y - shape.disc[1]) > shape.disc[2]) continue;
      pixels.set(shape.colour, (y * WIDTH + x) * 3);
    }
  }
}
