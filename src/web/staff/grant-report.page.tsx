import type { AcknowledgementDesk } from '../../acknowledgements/index.js';
import type { GrantReport, KeptPaper, OfGrant } from '../../grant-changes/index.js';
import { ReportContent } from '../shared/grant-report.js';
import { ButtonLink, Columns, Day, Prose, Section, type Viewer } from '../shared/index.js';
import { AcknowledgementPanel } from './acknowledgements/acknowledgement-panel.js';
import { ReturnForm } from './acknowledgements/return-form.js';

interface GrantReportProps {
  readonly viewer: Viewer;
  readonly view: OfGrant<GrantReport> & { readonly papers: readonly KeptPaper[] };
  /** null while it is awaited. */
  readonly desk: AcknowledgementDesk | null;
  /** What a refused form held. */
  readonly body: unknown;
  readonly mayAct: boolean;
  readonly today: string;
}

/** A report as the organisation sent it, and beside it the answer of the section: 起案, 差戻し, 施行. */
export function GrantReportPage(props: GrantReportProps) {
  const { viewer, view, desk } = props;
  const { item, grant, papers } = view;
  return (
    <Columns
      asideLabel="この報告の扱い"
      main={
        <>
          <p>
            {grant.organizationName}　{grant.programName}
          </p>
          <ReportContent
            report={item}
            papers={papers}
            paperHref={(sha256) => viewer.url(`staff/changes/reports/${item.id}/papers/${sha256}`)}
          />
          {item.staffNote !== '' && (
            <Section title="職員のメモ">
              <Prose text={item.staffNote} />
            </Section>
          )}
          <ButtonLink kind="secondary" href={viewer.url(`staff/grants/${grant.id}`)}>
            この交付決定のページを開く
          </ButtonLink>
        </>
      }
      aside={
        <>
          {desk && <AcknowledgementPanel {...props} desk={desk} />}
          <Standing {...props} />
        </>
      }
    />
  );
}

function Standing({ viewer, view: { item }, body, mayAct }: GrantReportProps) {
  switch (item.state) {
    case 'asked':
      return <p>団体の提出を待っています。</p>;
    case 'sent':
      if (!mayAct) return null;
      return (
        <ReturnForm action={viewer.url(`staff/changes/reports/${item.id}/return`)} version={item.version} body={body} />
      );
    case 'returned':
      return (
        <p>
          団体に差し戻しています。期限：
          <Day date={item.correctBy} />
        </p>
      );
    case 'withdrawn':
      return <p>団体が取り下げました。</p>;
    case 'proposed':
    case 'read':
      return null;
  }
}
