import type { GrantReport, KeptPaper, OfGrant } from '../../grant-changes/index.js';
import { ReportContent } from '../shared/grant-report.js';
import { Button, ButtonLink, ButtonRow, Form, Prose, Section, TextArea, type Viewer } from '../shared/index.js';

interface GrantReportProps {
  readonly viewer: Viewer;
  readonly view: OfGrant<GrantReport> & { readonly papers: readonly KeptPaper[] };
  readonly mayAct: boolean;
}

/** A report as the organisation sent it; staff mark it as read, with a note for the case. */
export function GrantReportPage({ viewer, view: { item, grant, papers }, mayAct }: GrantReportProps) {
  return (
    <>
      <p>
        {grant.organizationName}　{grant.programName}
      </p>
      <ReportContent
        report={item}
        papers={papers}
        paperHref={(sha256) => viewer.url(`staff/changes/reports/${item.id}/papers/${sha256}`)}
      />
      {item.state === 'sent' && mayAct && (
        <Section title="確認">
          <Form action={viewer.url(`staff/changes/reports/${item.id}`)} label="報告の確認">
            <TextArea name="note" label="メモ" hint="職員だけが見ます。" rows={3} most={1000} />
            <ButtonRow>
              <Button>確認済みにする</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {item.staffNote !== '' && (
        <Section title="職員のメモ">
          <Prose text={item.staffNote} />
        </Section>
      )}
      <ButtonLink kind="secondary" href={viewer.url(`staff/grants/${grant.id}`)}>
        この交付決定のページを開く
      </ButtonLink>
    </>
  );
}
