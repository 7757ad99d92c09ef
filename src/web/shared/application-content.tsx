import type { ComponentChildren } from 'preact';
import {
  answeredSections,
  BUDGET,
  BYLAWS,
  journeyOf,
  restoreBudget,
  type SubmittedContent,
} from '../../applications/index.js';
import { shortCode, type Answer, type SectionName, type SubmittedFile } from '../../forms/index.js';
import { restoreWorking } from '../../kernel/working.js';
import { BudgetTables, type BesideLine } from './budget-tables.js';
import { FileItem, FileLink, type FileAccess } from './kept-files.js';
import { CheckAnswers } from './lists.js';
import { Section } from './structure.js';
import { DataTable, WorkingTable } from './tables.js';
import { FileSize, Prose } from './values.js';

interface ApplicationContentProps {
  readonly content: SubmittedContent;
  readonly access: FileAccess;
  /** Where a section is changed; without it the content is only read. */
  readonly changeHref?: (section: SectionName) => string;
  /** What stands under a place and everything inside it: `form.aim`, `budget`, `files`. */
  readonly beside?: (place: string) => ComponentChildren;
  readonly besideLine?: BesideLine | undefined;
  /** What stands under the working of the applied amount, e.g. 査定額. */
  readonly belowWorking?: ComponentChildren;
}

/** An application in words, as the committee checks it and as staff read it. */
export function ApplicationContent({ content, access, changeHref, beside, ...more }: ApplicationContentProps) {
  const { applicant, answers, budget, files, working } = content;
  const sections = answeredSections(answers);
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
            ...files
              .filter(({ kind }) => kind === BYLAWS)
              .map((file) => ({
                label: `${file.label}（団体の登録から）`,
                value: (
                  <>
                    <FileItems files={[file]} access={access} />
                    {beside?.('files')}
                  </>
                ),
              })),
          ]}
        />
      </Section>
      <Section title="交付額の算定">
        <WorkingTable working={restoreWorking(working)} />
        {more.belowWorking}
      </Section>
      {journeyOf(sections).map((name) => {
        const section = sections.find(({ id }) => id === name);
        if (!section) {
          return (
            <Section title="収支予算書" actions={change(BUDGET, '収支予算書')} key={name}>
              <BudgetTables budget={restoreBudget(budget)} besideLine={more.besideLine} />
              {beside?.(BUDGET)}
            </Section>
          );
        }
        return (
          <Section title={section.title} actions={change(name, section.title)} key={name}>
            <CheckAnswers
              answers={section.questions.map((answer) => ({
                label: answer.label,
                value: (
                  <>
                    <AnswerValue answer={answer} files={files} access={access} />
                    {beside?.(`form.${answer.id}`)}
                  </>
                ),
              }))}
            />
          </Section>
        );
      })}
    </>
  );
}

interface AnswerValueProps {
  readonly answer: Answer;
  readonly files: readonly SubmittedFile[];
  readonly access: FileAccess;
}

function AnswerValue({ answer, files, access }: AnswerValueProps) {
  const { id, kind, label, text, table } = answer;
  if (kind === 'file') return <FileItems files={files.filter((file) => file.kind === id)} access={access} />;
  if (table && table.rows.length > 0) return <AnswerTable label={label} table={table} />;
  if (kind === 'declaration') return <Prose text={text === '' ? 'まだ同意していません。' : `同意します：${text}`} />;
  return <Prose text={text === '' ? '（なし）' : text} />;
}

function AnswerTable({ label, table }: { label: string; table: NonNullable<Answer['table']> }) {
  const { columns, rows } = table;
  return (
    <DataTable
      caption={label}
      captionHidden
      cards
      empty=""
      rows={rows}
      columns={columns.map((column, position) => ({
        label: column.label,
        cell: ({ cells }: (typeof rows)[number]) => cells[position],
        tight: column.kind !== 'text',
        ...((column.kind === 'yen' || column.kind === 'number') && { align: 'end' as const }),
      }))}
    />
  );
}

/** Files under the place where they were asked for. */
function FileItems({ files, access }: Omit<AnswerValueProps, 'answer'>) {
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

/** Everything that went with a sending, by its short code. */
export function FilesTable({ files, access }: { files: readonly SubmittedFile[]; access: FileAccess }) {
  return (
    <DataTable
      caption="添付書類"
      captionHidden
      cards
      empty="添付書類はありません。"
      rows={files}
      columns={[
        { label: '書類', cell: ({ label }) => label },
        {
          label: 'ファイル',
          cell: ({ name, sha256 }) => (
            <FileLink name={name} href={access.href(sha256)} scan={access.scans.get(sha256) ?? 'not-scanned'} />
          ),
        },
        { label: '大きさ', tight: true, cell: ({ size }) => <FileSize bytes={size} /> },
        { label: '照合コード', tight: true, cell: ({ sha256 }) => <code>{shortCode(sha256)}</code> },
      ]}
    />
  );
}
