import type { Call, Proposal, ProposalDraft } from '../../../proposals/index.js';
import type { FileAccess } from '../kept-files.js';
import { FileItem } from '../kept-files.js';
import { CheckAnswers } from '../lists.js';
import { Section } from '../structure.js';
import { DataTable } from '../tables.js';
import { Prose } from '../values.js';
import { basicsInWords } from './proposal-words.js';

interface ProposalContentProps {
  readonly call: Call;
  readonly proposal: Proposal;
  readonly answers: ProposalDraft['answers'];
  readonly files: ProposalDraft['files'];
  readonly access: FileAccess;
  /** Where the beginning and a section are changed; without it the proposal is only read. */
  readonly changeHref?: ((section: string | null) => string) | undefined;
  /** Of its headings. */
  readonly level?: 2 | 3;
}

/** A proposal in words: as its proposer checks it, as staff read it, and as it is printed. */
export function ProposalContent({
  call,
  proposal,
  answers,
  files,
  access,
  changeHref,
  level = 2,
}: ProposalContentProps) {
  const change = (section: string | null, title: string) =>
    changeHref && (
      <a href={changeHref(section)}>
        変更する<span class="visually-hidden">：{title}</span>
      </a>
    );
  return (
    <>
      <Section title="提案と提案者" level={level} actions={change(null, '提案と提案者')}>
        <CheckAnswers answers={basicsInWords(call, proposal)} />
      </Section>
      {call.form.map(({ id, title }) => (
        <Section title={title} level={level} actions={change(id, title)} key={id}>
          <CheckAnswers
            answers={answers
              .filter(({ section, table }) => section === id && table === null)
              .map(({ id: question, label, text, kind }) => ({
                label,
                value:
                  kind === 'file' && text !== '' ? (
                    <FilesOf files={files.filter((file) => file.kind === question)} access={access} />
                  ) : text === '' ? (
                    '（記入なし）'
                  ) : (
                    <Prose text={text} />
                  ),
              }))}
          />
          {answers
            .filter(({ section, table }) => section === id && table !== null)
            .map(({ id: question, label, table }) => (
              <DataTable
                caption={label}
                empty="（記入なし）"
                cards
                rows={table?.rows ?? []}
                columns={(table?.columns ?? []).map((column, index) => ({
                  label: column.label,
                  cell: (row: { readonly cells: readonly string[] }) => row.cells[index] ?? '',
                }))}
                key={question}
              />
            ))}
        </Section>
      ))}
    </>
  );
}

const FilesOf = ({ files, access }: Pick<ProposalContentProps, 'files' | 'access'>) => (
  <ul class="added-files">
    {files.map((file) => (
      <li key={file.id}>
        <FileItem file={file} access={access} />
      </li>
    ))}
  </ul>
);
