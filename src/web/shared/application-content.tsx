import type { ComponentChildren } from 'preact';
import {
  restoreBudget,
  shortCode,
  totalOf,
  type Budget,
  type SectionName,
  type SubmittedContent,
  type SubmittedFile,
} from '../../applications/index.js';
import { restoreWorking } from '../../kernel/working.js';
import { StatusTag } from './feedback.js';
import { CheckAnswers } from './lists.js';
import { Section } from './structure.js';
import { DataTable, WorkingTable } from './tables.js';
import { FileSize, Money, Prose } from './values.js';

const SIDE_LABEL = { income: '収入の部', expenditure: '支出の部' } as const;

interface ApplicationContentProps {
  readonly content: SubmittedContent;
  /** Address of a file by its hash. */
  readonly fileHref: (sha256: string) => string;
  /** Where a section is changed; without it the content is only read. */
  readonly changeHref?: (section: SectionName) => string;
  /** What stands under an answer of the plan, by the answer's place. */
  readonly beside?: (pointer: string) => ComponentChildren;
  /** What stands at the end of a section. */
  readonly below?: (section: SectionName) => ComponentChildren;
}

/** An application in words, as the committee checks it and as staff read it. */
export function ApplicationContent({ content, fileHref, changeHref, beside, below }: ApplicationContentProps) {
  const { applicant, plan, budget, declarations, files, working } = content;
  const change = (section: SectionName, label: string) =>
    changeHref && (
      <a href={changeHref(section)}>
        変更する<span class="visually-hidden">：{label}</span>
      </a>
    );
  return (
    <>
      <Section title="申請する団体">
        <CheckAnswers
          answers={[
            { label: '団体名', value: applicant.name },
            { label: '代表者', value: `${applicant.representative.role}　${applicant.representative.name}` },
            { label: '所在地', value: applicant.address },
            { label: `行政区（${String(applicant.wards.length)}）`, value: applicant.wards.join('、') },
          ]}
        />
      </Section>
      <Section title="交付額の算定">
        <WorkingTable working={restoreWorking(working)} />
      </Section>
      <Section title="年間の計画" actions={change('plan', '年間の計画')}>
        <CheckAnswers
          answers={plan.map(({ id, label, answer }) => ({
            label,
            value: (
              <>
                <Prose text={answer === '' ? '（なし）' : answer} />
                {beside?.(`plan.${id}`)}
              </>
            ),
          }))}
        />
      </Section>
      <Section title="収支予算書" actions={change('budget', '収支予算書')}>
        <BudgetTables budget={restoreBudget(budget)} />
        {below?.('budget')}
      </Section>
      <Section title="添付書類" actions={change('files', '添付書類')}>
        <FilesTable files={files} fileHref={fileHref} />
        {below?.('files')}
      </Section>
      <Section title="誓約" actions={change('declarations', '誓約')}>
        {declarations.length === 0 ? (
          <p>まだ同意していません。</p>
        ) : (
          <ul>
            {declarations.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        )}
        {below?.('declarations')}
      </Section>
    </>
  );
}

/** Stands in a draft where nothing, or nothing readable, is written; never in what was sent. */
const ToBeFilled = () => <StatusTag tone="warning">要入力</StatusTag>;

/** Both sides of a 収支予算書 with their totals. */
export function BudgetTables({ budget }: { budget: Budget }) {
  return (
    <>
      {(['income', 'expenditure'] as const).map((side) => (
        <DataTable
          caption={SIDE_LABEL[side]}
          empty={`${SIDE_LABEL[side]}はまだ入力されていません。`}
          rows={budget[side]}
          columns={[
            { label: '科目', cell: (line) => (line.label === '' ? <ToBeFilled /> : line.label) },
            { label: '摘要', cell: (line) => line.remark },
            {
              label: '金額',
              align: 'end',
              tight: true,
              cell: (line) => (line.amount === 0n ? <ToBeFilled /> : <Money yen={line.amount} />),
            },
          ]}
          totals={['合計', '', <Money yen={totalOf(budget[side])} strong />]}
          key={side}
        />
      ))}
    </>
  );
}

export function FilesTable({
  files,
  fileHref,
}: {
  files: readonly SubmittedFile[];
  fileHref: (sha256: string) => string;
}) {
  return (
    <DataTable
      caption="添付書類"
      captionHidden
      empty="添付書類はありません。"
      rows={files}
      columns={[
        { label: '書類', cell: ({ label }) => label },
        { label: 'ファイル', cell: ({ name, sha256 }) => <a href={fileHref(sha256)}>{name}</a> },
        { label: '大きさ', tight: true, cell: ({ size }) => <FileSize bytes={size} /> },
        { label: '照合コード', tight: true, cell: ({ sha256 }) => <code>{shortCode(sha256)}</code> },
      ]}
    />
  );
}
