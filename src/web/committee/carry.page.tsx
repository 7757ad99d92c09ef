import { randomUUID } from 'node:crypto';
import { sectionNamed } from '../../forms/index.js';
import {
  type ApplicationDraft,
  type CarryNote,
  type EarlierOffer,
  type LeftBehind,
  type NotCarried,
  type Offer,
} from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DataTable,
  EmptyState,
  fieldName,
  Form,
  Hidden,
  Notice,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { Named } from '../shared/case-name.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import { applicationUrl, sectionsOf } from './application-words.js';

interface EarlierPageProps {
  readonly viewer: Viewer;
  readonly applicationId: string;
  readonly cases: readonly CaseItem[];
}

/** Every application of the organisation from which something can be copied. */
export function EarlierPage({ viewer, applicationId, cases }: EarlierPageProps) {
  const back = applicationUrl(viewer, applicationId);
  if (cases.length === 0) {
    return (
      <EmptyState title="写せる申請が、まだありません。">
        <p>
          このシステムで提出した申請と、今年度に書いている申請から写せます。紙やExcelで出した申請は、ここにはありません。
        </p>
        <ButtonLink href={back}>一覧に戻って、はじめから書く</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable
        caption="前の申請"
        captionHidden
        cards
        empty=""
        rows={cases}
        columns={[
          {
            label: '申請',
            cell: ({ id, title, programName }) => (
              <a href={applicationUrl(viewer, applicationId, 'carry', id)}>
                <Named title={title} program={programName} />
              </a>
            ),
          },
          { label: '年度', tight: true, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
          {
            label: '状態',
            tight: true,
            cell: ({ phase }) => <StatusTag tone={PHASE_WORDS[phase].tone}>{PHASE_WORDS[phase].label}</StatusTag>,
          },
        ]}
      />
      <ButtonRow>
        <ButtonLink kind="secondary" href={back}>
          写さずに一覧に戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

const NOTE_WORDS: Readonly<Record<CarryNote, string>> = {
  days: '日付を確かめてください。写したあと、今年の日付に直します。',
  'decided-anew': '今年も要るかどうかを確かめてください。',
};

const LEFT_WORDS: Readonly<Record<LeftBehind, string>> = {
  'not-asked': 'この申請では聞かれない質問です。',
  declaration: '読んで、改めて印を付けてください。',
  file: '添え直してください。',
  'option-gone': '選べる答えが変わりました。選び直してください。',
  'unit-differs': '単位が変わりました。書き直してください。',
  'column-gone': 'この列は、この申請の表にはありません。',
  'category-gone': 'この科目は、この申請の予算書にはありません。別の科目で書いてください。',
  'basis-not-asked': 'この申請では単価と数量を書きません。金額だけを写します。',
  'grant-line': '自動で計算されます。',
  'tax-credit': '年度ごとに答えます。改めて選んでください。',
};

interface CarryPageProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly offer: EarlierOffer;
  /** What was ticked, when the page comes back; null: what is proposed. */
  readonly places: readonly string[] | null;
}

/** Field by field: what the earlier application says, what this draft says now, and a tick to copy. */
export function CarryPage({ viewer, draft, offer, places }: CarryPageProps) {
  const { application, document } = draft;
  const { offers, notCarried, sections, digest, earlier } = offer;
  const ticked = ({ place, ticked: proposed }: Offer): boolean => places?.includes(place) ?? proposed;
  const written = sectionsOf(document).filter(({ name }) => offers.some(({ section }) => section === name));
  return (
    <Form action={applicationUrl(viewer, application.id, 'carry', earlier.id)}>
      <Hidden name="page" value={randomUUID()} />
      <Hidden name="checkedDigest" value={digest} />
      {offers.length === 0 ? (
        <Notice tone="info" title="写せる欄がありません">
          <p>下の表の内容は、この申請では書き方が変わりました。見ながら書いてください。</p>
        </Notice>
      ) : (
        <p>
          印の付いた欄を、この申請に写します。いま空いている欄だけに印を付けてあります。すでに書いてある欄に印を付けると、前の申請の内容に置き換わります。
        </p>
      )}
      {written.map(({ name, title }) => (
        <Section title={title} key={name}>
          <Hidden name={`versions[${name}]`} value={sectionNamed(sections, name).version} />
          <OfferTable title={title} offers={offers.filter(({ section }) => section === name)} ticked={ticked} />
        </Section>
      ))}
      {notCarried.length > 0 && <LeftTable left={notCarried} />}
      <ButtonRow>
        {offers.length > 0 && <Button>印の付いた欄を写す</Button>}
        <ButtonLink kind="secondary" href={applicationUrl(viewer, application.id)}>
          申請の一覧に戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

interface OfferTableProps {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly ticked: (offer: Offer) => boolean;
}

const OfferTable = ({ title, offers, ticked }: OfferTableProps) => (
  <DataTable
    caption={`${title}で写せる欄`}
    captionHidden
    cards
    empty=""
    rows={offers}
    columns={[
      {
        label: '写す欄',
        cell: (offer) =>
          offer.same ? (
            offer.label
          ) : (
            <Checkbox
              name={fieldName(`copy.${offer.place}`)}
              label={offer.label}
              hint={offer.note === null ? undefined : NOTE_WORDS[offer.note]}
              checked={ticked(offer)}
            />
          ),
      },
      { label: '前の申請', cell: ({ earlier }) => <Words text={earlier} /> },
      {
        label: 'いまの内容',
        cell: ({ same, now }) => <Words text={same ? '同じ内容です' : now === '' ? '（空欄）' : now} />,
      },
    ]}
  />
);

const Words = ({ text }: { text: string }) => <span class="prose">{text}</span>;

/** Nothing vanishes in silence: what stays behind is named, with what to do instead. */
const LeftTable = ({ left }: { left: readonly NotCarried[] }) => (
  <Section title="写さないもの">
    <DataTable
      caption="写さないもの"
      captionHidden
      cards
      empty=""
      rows={left}
      columns={[
        { label: '欄', cell: ({ label }) => label },
        { label: '前の申請', cell: ({ earlier }) => <Words text={earlier} /> },
        { label: 'どうするか', cell: ({ why }) => LEFT_WORDS[why] },
      ]}
    />
  </Section>
);
