import { CheckAnswers, DataTable, Section } from '../../shared/index.js';
import { ReturnForm } from './return-form.js';
import { AcknowledgementPanel, type AcknowledgementProps } from './acknowledgement-panel.js';

/** What was told, what it changes, and the answer to it. */
export function AcknowledgementPage(props: AcknowledgementProps) {
  const { viewer, desk, mayAct, body } = props;
  const { record } = desk;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '団体', value: record.organizationName },
          ...record.facts.map(({ label, value }) => ({ label, value: <span class="prose">{value}</span> })),
          {
            label: 'もとの書類',
            value: record.earlier.map(({ label, href }) => (
              <p key={label}>{href ? <a href={viewer.url(href)}>{label}</a> : label}</p>
            )),
          },
        ]}
      />
      {record.changes && record.changes.length > 0 && (
        <Section title="変わるところ">
          <DataTable
            caption="変わるところ"
            captionHidden
            cards
            empty=""
            rows={record.changes}
            columns={[
              { label: '項目', heading: true, cell: ({ label }) => label },
              { label: 'いま', cell: ({ before }) => <span class="prose">{before}</span> },
              { label: '変更後', cell: ({ after }) => <span class="prose">{after}</span> },
            ]}
          />
        </Section>
      )}
      <AcknowledgementPanel {...props} />
      {desk.kind === 'representative-change' && record.waits && mayAct && (
        <ReturnForm
          action={viewer.url(`staff/representative-changes/${desk.recordId}/return`)}
          version={record.version}
          body={body}
        />
      )}
    </>
  );
}
