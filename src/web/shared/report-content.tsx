import type { ComponentChildren } from 'preact';
import { answeredSections } from '../../applications/index.js';
import { type Answer } from '../../forms/index.js';
import { subtractYen, sumYen, yen, type Yen } from '../../kernel/yen.js';
import { restoreWorking } from '../../kernel/working.js';
import {
  ACCOUNT,
  ACCOUNT_SIDES,
  PHOTOS,
  receiptInWords,
  RECEIPTS,
  unprovenLines,
  type AccountLine,
  type AccountSide,
  type ReportContent,
} from '../../performance-reports/index.js';
import { EligibilityTag } from './budget-tables.js';
import { EmptyState, StatusTag } from './feedback.js';
import { FileItem, isPicture, mayBeOpened, VIEW, type FileAccess } from './kept-files.js';
import { CheckAnswers } from './lists.js';
import { Section } from './structure.js';
import { DataTable, WorkingTable, type Column } from './tables.js';
import { Money, Prose } from './values.js';

interface ReportContentProps {
  readonly content: ReportContent;
  readonly access: FileAccess;
  /** Whether the programme asks for receipts. */
  readonly receipts: boolean;
  /** Where a section is changed; without it the content is only read. */
  readonly changeHref?: (section: string) => string;
}

/** A report in words, as the committee checks it and as staff read it. */
export function ReportContentView({ content, access, receipts, changeHref }: ReportContentProps) {
  const change = (section: string, label: string) =>
    changeHref && (
      <a href={changeHref(section)}>
        変更する<span class="visually-hidden">：{label}</span>
      </a>
    );
  return (
    <>
      {answeredSections(content.answers as readonly Answer[]).map(({ id, title, questions }) => (
        <Section title={title} actions={change(id, title)} key={id}>
          <CheckAnswers
            answers={questions.map((answer) => ({
              label: answer.label,
              value: <AnswerValue answer={answer} content={content} access={access} />,
            }))}
          />
        </Section>
      ))}
      <Section title="収支決算書" actions={change(ACCOUNT, '収支決算書')}>
        <AccountTables account={content.account} />
        <WorkingTable working={restoreWorking(content.working)} caption="確定の見込み額の計算" />
      </Section>
      {receipts && (
        <Section title="領収書" actions={change(RECEIPTS, '領収書')}>
          <ReceiptsTable content={content} access={access} />
        </Section>
      )}
      <Section title="写真" actions={change(PHOTOS, '写真')}>
        <Photographs content={content} access={access} />
      </Section>
    </>
  );
}

type Parts = Pick<ReportContentProps, 'content' | 'access'>;

function AnswerValue({ answer, content, access }: Parts & { answer: Answer }) {
  const { id, kind, text, table } = answer;
  if (kind === 'file') return <Files content={content} access={access} kind={id} />;
  if (table && table.rows.length > 0) {
    return (
      <DataTable
        caption={answer.label}
        captionHidden
        cards
        empty=""
        rows={table.rows}
        columns={table.columns.map((column, position) => ({
          label: column.label,
          cell: ({ cells }: (typeof table.rows)[number]) => cells[position],
        }))}
      />
    );
  }
  return <Prose text={text === '' ? '（なし）' : text} />;
}

/** The files under one place. */
export function Files({ content, access, kind }: Parts & { kind: string }) {
  const files = content.files.filter((file) => file.kind === kind);
  if (files.length === 0) return <Prose text="（なし）" />;
  return (
    <ul class="added-files">
      {files.map((file) => (
        <li key={file.sha256}>
          <FileItem file={file} access={access} />
        </li>
      ))}
    </ul>
  );
}

const SIDE_LABEL: Readonly<Record<AccountSide, string>> = { income: '収入の部', expenditure: '支出の部' };

const plannedOf = ({ planned }: AccountLine): Yen => yen(planned ?? 0);
const amountOf = ({ amount }: AccountLine): Yen => yen(amount);

interface AccountTablesProps {
  readonly account: readonly AccountLine[];
  /** More columns of the expenditure, e.g. what the inspection says of a line. */
  readonly more?: readonly Column<AccountLine>[];
}

/** Both sides of a 収支決算書 beside their budget. */
export function AccountTables({ account, more = [] }: AccountTablesProps) {
  return (
    <>
      {ACCOUNT_SIDES.map((side) => {
        const lines = account.filter((line) => line.side === side);
        const extra = side === 'expenditure' ? more : [];
        const planned = sumYen(lines.map(plannedOf));
        const spent = sumYen(lines.map(amountOf));
        return (
          <DataTable
            caption={SIDE_LABEL[side]}
            empty={`${SIDE_LABEL[side]}はまだ入力されていません。`}
            cards
            rows={lines}
            columns={[
              { label: '科目', cell: ({ label }) => (label === '' ? <ToBeFilled /> : label) },
              {
                label: '予算額',
                align: 'end',
                tight: true,
                cell: (line) => (line.planned === null ? '―' : <Money yen={plannedOf(line)} />),
              },
              { label: '決算額', align: 'end', tight: true, cell: (line) => <Money yen={amountOf(line)} /> },
              {
                label: '差額',
                align: 'end',
                tight: true,
                cell: (line) => <Money yen={subtractYen(amountOf(line), plannedOf(line))} />,
              },
              { label: '摘要', cell: ({ remark }) => remark },
              ...(side === 'expenditure'
                ? [
                    {
                      label: '対象',
                      tight: true,
                      cell: (line: AccountLine) => <EligibilityTag eligible={line.eligible} />,
                    },
                  ]
                : []),
              ...extra,
            ]}
            totals={[
              '合計',
              <Money yen={planned} strong />,
              <Money yen={spent} strong />,
              <Money yen={subtractYen(spent, planned)} strong />,
              ...Array.from({ length: (side === 'expenditure' ? 2 : 1) + extra.length }, () => ''),
            ]}
            key={side}
          />
        );
      })}
    </>
  );
}

const ToBeFilled = () => <StatusTag tone="warning">要入力</StatusTag>;

function ReceiptsTable({ content, access }: Parts) {
  const { account, receipts } = content;
  if (receipts.length === 0) return <EmptyState title="領収書はありません。" />;
  const unproven = unprovenLines(account, receipts);
  return (
    <>
      <ul class="receipt-list">
        {receipts.map((receipt) => (
          <li key={receipt.id}>
            <span>{receiptInWords(receipt, account)}</span>
            <Files content={content} access={access} kind={receipt.id} />
          </li>
        ))}
      </ul>
      {unproven.length > 0 && (
        <p class="hint">
          領収書の合計が決算額と違う科目：
          {unproven.map(({ line }) => line.label).join('、')}
        </p>
      )}
    </>
  );
}

function Photographs({ content, access }: Parts): ComponentChildren {
  const { photographs, files } = content;
  if (photographs.length === 0) return <EmptyState title="写真はありません。" />;
  return (
    <div class="photo-grid">
      {photographs.map(({ id, caption, sha256, publishable }, index) => {
        const file = files.find((each) => each.kind === id);
        const opened = mayBeOpened(access.scans.get(sha256) ?? 'not-scanned');
        const alt = caption === '' ? `写真${String(index + 1)}` : caption;
        return (
          <figure key={id}>
            {file && opened && isPicture(file.mediaType) && (
              <a href={`${access.href(sha256)}?${VIEW}`}>
                <img src={`${access.href(sha256)}?${VIEW}`} alt={alt} loading="lazy" />
              </a>
            )}
            <figcaption>
              {alt}
              {publishable && <StatusTag tone="info">公表してよい</StatusTag>}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
