import { formatEra } from '../../../kernel/local-date.js';
import { yen } from '../../../kernel/yen.js';
import type { CheckedLetter, LetterStanding } from '../../../notices/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  FileField,
  Form,
  Hidden,
  Money,
  Notice,
  Section,
  TextField,
  type Tone,
  type Viewer,
} from '../../shared/index.js';
import { ContactSection } from '../town-page/contact.js';

interface Asked {
  readonly viewer: Viewer;
  readonly code: string;
}

export const LetterCheckPage = ({ viewer, code }: Asked) => (
  <>
    <Form action={viewer.url('check')} label="確認コード">
      <TextField
        name="code"
        label="確認コード"
        hint="1枚目の右下に印刷された、英字と数字16文字です。スマートフォンでは、となりの四角い模様（QRコード）を写しても同じです。"
        value={code}
        autocomplete="off"
        size="medium"
        required
      />
      <ButtonRow>
        <Button>確かめる</Button>
      </ButtonRow>
    </Form>
    <Section title="PDFを持っているとき">
      <PdfForm viewer={viewer} code="" />
    </Section>
    <Section title="コードがない文書のとき">
      <p>古い通知書にはコードがありません。文書の番号と日付を見ながら、下の窓口へお問い合わせください。</p>
    </Section>
    <ContactSection viewer={viewer} />
  </>
);

const STANDING: Readonly<
  Record<LetterStanding, { readonly tone: Tone; readonly title: string; readonly text: string }>
> = {
  'in-force': { tone: 'success', title: 'いまも有効です', text: '書いてある内容は、いまも変わっていません。' },
  changed: {
    tone: 'warning',
    title: 'あとから内容が変わりました',
    text: '本物ですが、いまの内容は次の文書のとおりです。',
  },
  determined: { tone: 'info', title: '額が確定しています', text: '本物です。いまの額は次の文書のとおりです。' },
  released: {
    tone: 'info',
    title: 'もう納めなくてよくなりました',
    text: '本物ですが、次の文書で、納めることが免除されています。',
  },
  revoked: { tone: 'danger', title: '取り消されました', text: '本物ですが、次の文書で取り消されています。' },
  void: {
    tone: 'danger',
    title: '使われなかった文書です',
    text: '番号は付きましたが、出す前に取りやめた文書です（欠番）。',
  },
};

/** Whose the paper is: a claim is written here, but it is the organisation's that claims. */
export const sourceOf = ({ town }: Viewer, { claimant }: CheckedLetter, paper: '文書' | 'PDF'): string =>
  claimant === null ? `${town.hallName}が出した${paper}` : `この窓口で作られた${claimant}の${paper}`;

interface Answered {
  readonly viewer: Viewer;
  readonly letter: CheckedLetter;
  /** Name of the PDF that has the very same bytes; null where none was handed in. */
  readonly samePdf: string | null;
}

/** What the paper must say if it is the town's. */
export function CheckedLetterPage({ viewer, letter, samePdf }: Answered) {
  const { tone, title, text } = STANDING[letter.standing];
  const settled = letter.standing === 'determined' ? letter.later.at(-1) : undefined;
  return (
    <>
      <Notice tone={tone} title={title}>
        <p>{text}</p>
        {settled?.amount && (
          <p>
            額は{formatEra(settled.issuedOn)}付け{settled.number}で
            <Money yen={yen(settled.amount.yen)} />
            に確定しています。
          </p>
        )}
        {letter.later.length > 0 && (
          <ul>
            {letter.later.map((later) => (
              <li key={later.number}>
                {later.number}　{later.title}（<Day date={later.issuedOn} />）
                {later.amount && (
                  <>
                    　{later.amount.label}：
                    <Money yen={yen(later.amount.yen)} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <Section title="お手元の文書と見比べてください">
        <CheckAnswers
          answers={[
            { label: '文書の番号', value: letter.number ?? '番号のない文書' },
            { label: '日付', value: <Day date={letter.issuedOn} /> },
            { label: '文書の名前', value: letter.title },
            { label: 'あて先', value: letter.addressee ?? '個人（お名前は載せていません）' },
            ...(letter.amount ? [{ label: letter.amount.label, value: <Money yen={yen(letter.amount.yen)} /> }] : []),
            { label: '確認コード', value: <code>{letter.code}</code> },
          ]}
        />
        <p>一つでも違うところがあれば、その文書は書き換えられています。下の窓口へお知らせください。</p>
      </Section>
      <Section title="PDFと見比べる">
        {samePdf === null ? (
          <PdfForm viewer={viewer} code={letter.code} />
        ) : (
          <Notice tone="success" title="PDFは一文字も変わっていません">
            <p>
              「{samePdf}」は、{sourceOf(viewer, letter, 'PDF')}とまったく同じです。
            </p>
          </Notice>
        )}
      </Section>
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url('check')}>
          別の文書を確かめる
        </ButtonLink>
      </ButtonRow>
      <ContactSection viewer={viewer} />
    </>
  );
}

export const UnknownPdfPage = ({ viewer, fileName, code }: Asked & { readonly fileName: string }) => (
  <>
    <Notice tone="danger" title={`「${fileName}」は、${viewer.town.hallName}が出したPDFと違います`}>
      <p>
        {code === ''
          ? '書き換えられたか、印刷した紙を読み取ったものか、別の文書です。'
          : `確認コード「${code}」の文書とは、中身が違います。書き換えられたか、印刷した紙を読み取ったものです。`}
        紙を読み取ったPDFは、本物でもここでは同じになりません。紙に印刷された確認コードで確かめてください。
      </p>
    </Notice>
    <ButtonRow>
      <ButtonLink href={viewer.url(code === '' ? 'check' : `check/${code}`)}>確認コードで確かめる</ButtonLink>
    </ButtonRow>
    <ContactSection viewer={viewer} />
  </>
);

/** The file is only compared, not kept. */
const PdfForm = ({ viewer, code }: Asked) => (
  <Form action={viewer.url('check/pdf')} label="PDFを見比べる" upload>
    <Hidden name="code" value={code} />
    <FileField
      name="pdf"
      label="受け取ったPDF"
      hint="届いたままのPDFを選んでください。見比べるだけで、保存はしません。"
      accept="application/pdf"
      required
    />
    <ButtonRow>
      <Button kind="secondary">PDFを見比べる</Button>
    </ButtonRow>
  </Form>
);
