import { drawLetter } from '../../../platform/pdf/index.js';

const DRAWN = new Date('2026-07-13T00:00:00Z');
/** All invented: that the town has an ordinance like this is not known. */
const ARTICLES: readonly (readonly [caption: string, text: string])[] = [
  [
    '目的',
    '第1条　この条例は、町民と町が、情報を分け合い、力を合わせてまちづくりを進めるための、基本となる決まりを定める。',
  ],
  ['住民', '第2条　この条例で「住民」とは、町内に住む者をいう。'],
  ['町の役割', '第3条　町は、住民の提案を受け止め、どのように考えたかを分かりやすく答える。'],
  ['情報の共有', '第4条　町は、話し合いの記録を公開し、住民がいつでも見られるようにする。'],
];
const FROM = '附則　この条例は、令和9年4月1日から施行する。';

/** The draft of the ordinance on which residents are asked for their opinion, as a tagged PDF. */
export const draftOrdinance = (date: string): Promise<Buffer> =>
  drawLetter(
    {
      ...{ formLabel: null, number: null, date },
      addressee: { lines: [], organization: '', person: '', honorific: '' },
      sender: { lines: ['小竹町まちづくり推進課'], title: '', name: '', seal: 'none' },
      title: '小竹町まちづくり基本条例（案）',
      titleNote: '見本',
      blocks: [
        ...ARTICLES.flatMap(([caption, text]) => [
          { kind: 'heading', text: caption } as const,
          { kind: 'paragraph', text } as const,
        ]),
        { kind: 'heading', text: '施行の日' },
        { kind: 'paragraph', text: FROM },
      ],
      contact: null,
      author: '小竹町',
    },
    DRAWN,
  );
