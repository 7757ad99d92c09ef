import type { ComponentChildren } from 'preact';
import { sectionNamed } from '../../forms/index.js';
import type { Duplicate, PreparedReport } from '../../performance-reports/index.js';
import { formatYen } from '../../kernel/yen.js';
import { readableYenOf } from '../shared/account-words.js';
import { Notice, Steps, VisuallyHidden, type Viewer } from '../shared/index.js';
import { FileItem } from '../shared/kept-files.js';
import { partOf, reportFiles, reportSections, reportSectionUrl, reportSectionWords } from './report-words.js';
import { SectionFrame, StayButton } from '../shared/sections/section-frame.js';

export interface ReportPageProps {
  readonly viewer: Viewer;
  readonly draft: PreparedReport;
}

interface ReportSectionFormProps extends ReportPageProps {
  readonly name: string;
  /** Files may be among what is sent. */
  readonly upload?: boolean | undefined;
  /** What the two buttons say; the usual pair leads through the journey. */
  readonly buttons?: ComponentChildren;
  /** False where the page says itself, above, how far one has come. */
  readonly steps?: boolean;
  readonly children: ComponentChildren;
}

/** How far one has come on the way through the report. */
export function ReportSteps({ draft, name }: Pick<ReportPageProps, 'draft'> & { readonly name: string }) {
  const journey = reportSections(draft.asked);
  const current = journey.findIndex((section) => section.name === partOf(name)) + 1;
  const { title } = reportSectionWords(draft.asked, partOf(name));
  return <Steps current={current} total={journey.length + 1} label={title} />;
}

/** The frame of every section of a report: its place in the journey, autosave, and the same two buttons. */
export function ReportSectionForm({ viewer, draft, name, upload, buttons, steps, children }: ReportSectionFormProps) {
  return (
    <>
      {steps !== false && <ReportSteps draft={draft} name={name} />}
      <SectionFrame
        action={reportSectionUrl(viewer, draft.report.id, name)}
        section={sectionNamed(draft.sections, name)}
        writer={viewer.actor.name}
        {...{ upload, buttons }}
      >
        {children}
      </SectionFrame>
    </>
  );
}

/** What was added at a place, each file to be looked at and taken out. */
export function AddedReportFiles({ viewer, draft, kind, label }: ReportPageProps & { kind: string; label: string }) {
  const added = draft.files.filter((file) => file.kind === kind);
  if (added.length === 0) return null;
  const access = reportFiles(viewer, draft.report.id, draft.scans);
  return (
    <div role="group" aria-label={`添えたファイル（${label}）`}>
      <ul class="added-files">
        {added.map((file) => (
          <li key={file.id}>
            <FileItem file={file} access={access}>
              {access.scans.get(file.sha256) === 'infected' && <span>別のファイルを添えてください。</span>}
              <StayButton act={`remove-file:${file.id}`} place={kind}>
                外す<VisuallyHidden>：{file.name}</VisuallyHidden>
              </StayButton>
            </FileItem>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A receipt that looks like another: it may be right, so people are told and not stopped. */
export function DuplicateNotice({ draft, duplicate }: Pick<ReportPageProps, 'draft'> & { duplicate: Duplicate }) {
  const { why, other } = duplicate;
  const same = why === 'file' ? '同じ写真（ファイル）' : '支払った日・支払先・金額が同じ';
  return (
    <Notice tone="warning" title="同じ領収書かもしれません">
      <p>
        {other.report === null
          ? `この報告の別の領収書（${receiptName(draft, other.id)}）と、${same}です。`
          : `ほかの報告（${other.report}）の領収書と、${same}です。`}
        同じものでなければ、そのままでかまいません。
      </p>
    </Notice>
  );
}

/** A receipt in a few words, whatever of it is written. */
export function receiptName({ receipts }: Pick<PreparedReport, 'receipts'>, id: string): string {
  const index = receipts.findIndex((receipt) => receipt.id === id);
  const receipt = receipts[index];
  const payee = receipt?.payee.trim() ?? '';
  const amount = receipt ? readableYenOf(receipt.amount) : null;
  const words = [payee, amount === null ? '' : formatYen(amount)].filter((part) => part !== '').join(' ');
  return `${String(index + 1)}枚目${words === '' ? '' : `：${words}`}`;
}
