import type { Page } from '../../visitor/page.js';
import { approve, type Hall } from '../decide.js';
import { lastPart, went, type Troupe } from '../troupe.js';

const CONSULTATIONS = 'staff/voices/consultations';
const LETTERS = 'staff/voices/letters';
const DRAFT = '小竹町まちづくり基本条例（案）（見本）';

/** Comments on the draft, all invented; the first three are answered together. */
const COMMENTS = [
  { part: '第2条（住民）', body: '町内で働く人や学ぶ人も、住民に入れてほしい。（見本）', mayPublish: 'yes' },
  { part: '第2条（住民）', body: '通勤で来ている者も、まちづくりに加わりたい。（見本）', mayPublish: 'yes' },
  { part: '第2条（住民）', body: '高校生も話し合いに入れるようにしてください。（見本）', mayPublish: 'no' },
  { part: '第4条（情報の共有）', body: '会議の記録を、早く分かりやすく公開してほしい。（見本）', mayPublish: 'yes' },
  { part: '', body: '条例の言葉がむずかしい。説明の紙がほしい。（見本）', mayPublish: 'yes' },
] as const;

const GROUPS = [
  {
    title: '住民の範囲',
    comments: [0, 1, 2],
    summary: '町内で働く人、学ぶ人、若い人も加われるようにしてほしい。（見本）',
    townView: '住む人だけでなく、町内で働く人、学ぶ人も住民に含めます。（見本）',
    outcome: 'changed',
    change: '第2条に「町内で働き、又は学ぶ者」を加えました。（見本）',
  },
  {
    title: '情報の共有と分かりやすさ',
    comments: [3, 4],
    summary: '会議の記録を早く公開し、条例の説明を分かりやすくしてほしい。（見本）',
    townView: '記録は町の公開ページに載せています。条例の説明の紙を作り、全戸に配ります。（見本）',
    outcome: 'noted',
    change: '',
  },
] as const;

/** The draft of the ordinance is published for a month from this day, and five residents comment on it. */
export async function askForOpinions(
  troupe: Troupe,
  hall: Pick<Hall, 'clerk'>,
  { opens, closes, pdf }: { opens: string; closes: string; pdf: Uint8Array },
): Promise<void> {
  const clerk = await troupe.as(hall.clerk);
  const form = went(await clerk.get(troupe.path(`${CONSULTATIONS}/new`))).form();
  const draft = went(
    await form
      .fill({
        title: DRAFT,
        about: '町民と町が、情報を分け合い、力を合わせてまちづくりを進めるための、基本となる決まりの案です。（見本）',
        files: { bytes: pdf, fileName: '小竹町まちづくり基本条例（案）見本.pdf', mediaType: 'application/pdf' },
        parts: '第1条（目的）\n第2条（住民）\n第3条（町の役割）\n第4条（情報の共有）',
        commenters: '町内に住む方、町内で働く方、学ぶ方',
        sectionId: form.offered('sectionId', 'まちづくり推進課'),
        opens,
        closes,
        nameRule: 'optional',
        addressRule: 'none',
      })
      .submit(),
  );
  went(await draft.form('公開する').submit());
  const page = troupe.path(`consultations/${lastPart(draft)}`);
  for (const comment of COMMENTS) {
    const blank = went(await troupe.passerBy().get(`${page}/comments/new`));
    const check = went(await blank.form('内容を確かめる').fill(comment).submit('内容を確かめる'));
    went(await check.form('この内容で送る').submit('この内容で送る'));
  }
}

/** After the period: the comments are put together, answered, approved and published. */
export async function answerOpinions(troupe: Troupe, hall: Hall): Promise<void> {
  const clerk = await troupe.as(hall.clerk);
  let desk = went(await (await clerk.get(troupe.path(CONSULTATIONS))).click(DRAFT));
  const ids = desk.form('選んだ意見をまとまりに入れる').choices('commentIds[]');
  for (const { title, comments } of GROUPS) {
    const chosen = comments.map((index) => ids[index] ?? '');
    const sorting = desk.form('選んだ意見をまとまりに入れる');
    desk = went(await sorting.fill({ 'commentIds[]': chosen, into: 'new', newGroup: title }).submit());
  }
  for (const { title, summary, townView, outcome, change } of GROUPS) {
    const form = desk.form(`[aria-label="まとまり「${title}」"]`);
    const id = form.fields.find((name) => name.startsWith('summary-'))?.slice('summary-'.length) ?? '';
    const words = { summary, townView, outcome, change };
    const filled = Object.fromEntries(Object.entries(words).map(([name, value]) => [`${name}-${id}`, value]));
    desk = went(await form.fill(filled).submit('このまとまりを保存する'));
  }
  await approve(troupe, hall, went(await desk.form('結果を起案する').submit('結果を起案する')));
}

/** Three letters to the mayor, all invented: one to be published, one to be answered to its sender alone, one that waits. */
const MAYOR_LETTERS = [
  {
    topic: '道路・交通',
    subject: '駅前の歩道について（見本）',
    body: '駅前の歩道に段差があり、車いすで通りにくいです。直してもらえませんか。（見本）',
    wantsAnswer: 'yes',
    name: '見本 花代',
    mail: 'hanayo@example.invalid',
    mayPublish: 'yes',
    answer: 'ご指摘の段差を見に行きました。今年度の工事で直します。（見本）',
  },
  {
    topic: '福祉・健康',
    subject: '父の見守りについて（見本）',
    body: '離れて暮らす父のことで、相談できる所を教えてください。（見本）',
    wantsAnswer: 'yes',
    name: '見本 次郎',
    address: '福岡県鞍手郡小竹町大字勝野1番地（見本）',
    mayPublish: 'no',
    answer: '地域包括支援センターで相談を受けています。担当からもお電話します。（見本）',
  },
  {
    topic: 'まちづくり・協働',
    subject: '勉強会の写真（見本）',
    body: '勉強会の写真が公開されていて、様子がよく分かりました。（見本）',
    wantsAnswer: 'no',
    mayPublish: 'yes',
    answer: null,
  },
] as const;

/** Names and addresses of those who gave theirs. */
export const LETTER_WRITERS: readonly string[] = MAYOR_LETTERS.flatMap((letter) => [
  ...('name' in letter ? [letter.name] : []),
  ...('mail' in letter ? [letter.mail] : []),
  ...('address' in letter ? [letter.address] : []),
]);

/** Residents write to the mayor without an account: all three letters, or those of one kind. */
export async function writeToMayor(troupe: Troupe, which: 'all' | 'answered' | 'waiting' = 'all'): Promise<void> {
  for (const { answer, ...letter } of MAYOR_LETTERS) {
    if (which !== 'all' && (answer === null) !== (which === 'waiting')) continue;
    const blank = went(await troupe.passerBy().get(troupe.path('mayor-letters/new')));
    const check = went(await blank.form('内容を確かめる').fill(letter).submit('内容を確かめる'));
    went(await check.form('この内容で送る').submit('この内容で送る'));
  }
}

/** The section answers two of them through 決裁; the third waits. */
export async function answerLetters(troupe: Troupe, hall: Hall): Promise<void> {
  const clerk = await troupe.as(hall.clerk);
  for (const { subject, body, mayPublish, answer } of MAYOR_LETTERS) {
    if (answer === null) continue;
    let desk: Page = went(await (await clerk.get(troupe.path(LETTERS))).click(subject));
    const charge = desk.form(`${desk.url.pathname}/charge`);
    desk = went(await charge.fill({ sectionId: charge.offered('sectionId', 'まちづくり推進課') }).submit());
    const published = { publishes: 'yes', publicSubject: subject, publicBody: body, publicAnswer: answer };
    const form = desk.form('回答の案を保存する');
    desk = went(await form.fill({ answer, ...(mayPublish === 'yes' ? published : {}) }).submit());
    await approve(troupe, hall, went(await desk.form('回答を起案する').submit('回答を起案する')));
  }
}
