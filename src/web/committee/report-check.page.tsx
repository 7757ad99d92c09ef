import type { Fault } from '../../kernel/domain-error.js';
import { unprovenLines } from '../../performance-reports/index.js';
import { formatYen, yen, type Yen } from '../../kernel/yen.js';
import { Button, ButtonRow, Form, Hidden, messageFor, Notice, Section, Steps } from '../shared/index.js';
import { ReportContentView } from '../shared/report-content.js';
import type { ReportPageProps } from './report-parts.js';
import {
  mendingReportHref,
  partOf,
  reportFiles,
  reportSectionFor,
  reportSections,
  reportSectionUrl,
  reportSectionWords,
  reportUrl,
} from './report-words.js';

/** Everything that will be sent, once more; the button stands there only when nothing is missing. */
export function ReportCheckPage({ viewer, draft }: ReportPageProps) {
  const { report, content, digest, asked, faults } = draft;
  const forStaff = viewer.desk === 'staff';
  const steps = reportSections(asked).length + 1;
  return (
    <>
      <Steps current={steps} total={steps} label={forStaff ? '確かめて受付' : '確かめて提出'} />
      {faults.length > 0 && <Missing viewer={viewer} draft={draft} />}
      <Unproven draft={draft} />
      <ReportContentView
        content={content}
        access={reportFiles(viewer, report.id, draft.scans)}
        receipts={asked.receipts}
        changeHref={(section) => reportSectionUrl(viewer, report.id, section)}
      />
      {faults.length === 0 && (
        <Section title={forStaff ? '受付' : '提出'}>
          <p>
            {forStaff
              ? '紙の報告書と見比べてください。受け付けると、検査を始められます。'
              : '提出すると、担当課の検査が始まります。検査の間は内容を変えられません。'}
          </p>
          <Form action={reportUrl(viewer, report.id, 'submission')} once>
            <Hidden name="checkedDigest" value={digest} />
            <ButtonRow>
              <Button>{forStaff ? 'この内容で受け付ける' : 'この内容で提出する'}</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

/** Receipts may be missing for a good reason, which the inspection will ask for: a warning, not a bar. */
function Unproven({ draft: { asked, content } }: Pick<ReportPageProps, 'draft'>) {
  const unproven = asked.receipts ? unprovenLines(content.account, content.receipts) : [];
  if (unproven.length === 0) return null;
  return (
    <Notice tone="warning" title="領収書の合計が、決算額と違う科目があります">
      <ul>
        {unproven.map(({ line, proven }) => (
          <li key={line.id}>
            {line.label}：決算額 {formatYen(yen(line.amount))}、領収書の合計 {formatYen(proven as Yen)}
          </li>
        ))}
      </ul>
      <p>このまま提出することもできます。検査のときに、理由をおたずねすることがあります。</p>
    </Notice>
  );
}

/** One line for each thing that is missing, under the name of its section; the same sentence several times is said once. */
function Missing({ viewer, draft }: ReportPageProps) {
  const lines = new Map<string, { readonly href: string; readonly count: number }>();
  for (const fault of draft.faults) {
    const { words, href } = missingLine({ viewer, draft }, fault);
    const known = lines.get(words);
    lines.set(words, known ? { ...known, count: known.count + 1 } : { href, count: 1 });
  }
  return (
    <Notice
      tone="warning"
      title={`${viewer.desk === 'staff' ? '受付' : '提出'}までに、あと${String(draft.faults.length)}か所あります`}
    >
      <ul>
        {[...lines].map(([words, { href, count }]) => (
          <li key={words}>
            <a href={href}>{words}</a>
            {count > 1 && `（${String(count)}か所）`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function missingLine({ viewer, draft }: ReportPageProps, { pointer, code, params }: Fault) {
  const section = reportSectionFor(draft, pointer);
  const { title } = reportSectionWords(draft.asked, partOf(section));
  return {
    words: `${title}：${messageFor(code, params)}`,
    href: mendingReportHref(viewer, draft.report.id, section, pointer),
  };
}
