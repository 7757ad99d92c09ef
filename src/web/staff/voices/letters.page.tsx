import {
  isOverdue,
  LETTER_STATE_LABEL,
  letterNumber,
  type LetterDesk,
  type LetterLine,
  type LetterState,
} from '../../../consultations/index.js';
import { hasDuty } from '../../../kernel/actor.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { groupDigits } from '../../../kernel/yen.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Form,
  Section,
  Select,
  StatusTag,
  type Tone,
  type Viewer,
} from '../../shared/index.js';
import { LetterFields } from '../../shared/letter-fields.js';
import { Pages, type PartOfRows } from '../../shared/pages-of-rows.js';
import { typedText } from '../../shared/typed-text.js';

const TONE: Readonly<Record<LetterState, Tone>> = {
  unread: 'warning',
  considering: 'info',
  deciding: 'info',
  answered: 'success',
  'no-answer': 'neutral',
};

export const LetterTag = ({ state }: { state: LetterState }) => (
  <StatusTag tone={TONE[state]}>{LETTER_STATE_LABEL[state]}</StatusTag>
);

/** Which rows of the two lists are shown. */
export interface LetterParts {
  readonly open: PartOfRows;
  readonly closed: PartOfRows;
}

/** What waits, the first due first, and what of the year is closed. */
export function StaffLettersPage({ viewer, desk, parts }: { viewer: Viewer; desk: LetterDesk; parts: LetterParts }) {
  const { open, overdue, closed, year, years, today } = desk;
  return (
    <>
      {hasDuty(viewer.actor, 'promotion') && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={viewer.url('staff/voices/letters/new')}>
            紙で届いた手紙を登録する
          </ButtonLink>
          <ButtonLink kind="quiet" href={viewer.url('staff/voices/settings')}>
            回答までの日数・分野などの決まり
          </ButtonLink>
        </ButtonRow>
      )}
      <Section title={`対応が終わっていない手紙（${groupDigits(open.total)}件）`}>
        {overdue > 0 && (
          <p>
            <StatusTag tone="danger">期限を過ぎた手紙が{overdue}件あります</StatusTag>
          </p>
        )}
        <Letters
          viewer={viewer}
          caption="対応が終わっていない手紙"
          lines={open.lines}
          today={today}
          empty="対応が終わっていない手紙はありません。"
        />
        <Pages
          viewer={viewer}
          path="staff/voices/letters"
          part={parts.open}
          total={open.total}
          query={{ year: String(year) }}
          label="対応が終わっていない手紙のページの移動"
        />
      </Section>
      <Section title={`終わった手紙（${formatFiscalYear(year)}に届いたもの ${groupDigits(closed.total)}件）`}>
        {years.length > 1 && (
          <Form action={viewer.url('staff/voices/letters')} method="get" label="年度を選ぶ">
            <Select
              name="year"
              label="届いた年度"
              value={String(year)}
              options={years.map((each) => ({ value: String(each), label: formatFiscalYear(each) }))}
            />
            <ButtonRow>
              <Button kind="secondary">この年度を見る</Button>
            </ButtonRow>
          </Form>
        )}
        <Letters
          viewer={viewer}
          caption="終わった手紙"
          lines={closed.lines}
          today={today}
          empty="終わった手紙はありません。"
        />
        <Pages
          viewer={viewer}
          path="staff/voices/letters"
          part={parts.closed}
          total={closed.total}
          query={{ year: String(year) }}
          name="closed"
          label="終わった手紙のページの移動"
        />
      </Section>
    </>
  );
}

interface LettersProps {
  readonly viewer: Viewer;
  readonly caption: string;
  readonly lines: readonly LetterLine[];
  readonly today: LocalDate;
  readonly empty: string;
}

const Letters = ({ viewer, caption, lines, today, empty }: LettersProps) => (
  <DataTable
    caption={caption}
    captionHidden
    cards
    empty={empty}
    rows={lines}
    columns={[
      {
        label: '件名',
        cell: ({ letter }) => <a href={viewer.url(`staff/voices/letters/${letter.id}`)}>{letter.subject}</a>,
      },
      { label: '番号', tight: true, cell: ({ letter }) => letterNumber(letter) },
      { label: '分野', cell: ({ letter }) => letter.topic },
      { label: '届いた日', tight: true, cell: ({ letter }) => <Day date={letter.receivedOn} /> },
      { label: '回答', tight: true, cell: ({ letter }) => (letter.wantsAnswer ? 'ほしい' : 'いらない') },
      { label: '担当', cell: ({ inCharge }) => inCharge || '―' },
      {
        label: '期限',
        tight: true,
        cell: ({ letter }) => (
          <>
            <Day date={letter.dueOn} />
            {isOverdue(letter, today) && (
              <>
                {' '}
                <StatusTag tone="danger">期限を過ぎています</StatusTag>
              </>
            )}
          </>
        ),
      },
      { label: '状態', tight: true, cell: ({ letter }) => <LetterTag state={letter.state} /> },
    ]}
  />
);

interface PaperLetterProps {
  readonly viewer: Viewer;
  readonly topics: readonly string[];
  readonly requestId: string;
  readonly typed: unknown;
}

/** A letter that came by post or was handed in. */
export const PaperLetterPage = ({ viewer, topics, requestId, typed }: PaperLetterProps) => (
  <Form action={viewer.url('staff/voices/letters/new')} once={requestId}>
    <DateField name="receivedOn" label="届いた日" required value={typedText(typed, 'receivedOn')} />
    <LetterFields topics={topics} typed={typed} onPaper />
    <ButtonRow>
      <Button>登録する</Button>
    </ButtonRow>
  </Form>
);
