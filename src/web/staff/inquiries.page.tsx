import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { ProgramVersion } from '../../programs/index.js';
import type { InquiredApplication, InquiryAnswer, InquiryPage } from '../../reviews/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Form,
  Notice,
  Radios,
  Section,
  StatusTag,
  TextField,
  type Tone,
  type Viewer,
} from '../shared/index.js';
import { RowChoice } from '../shared/payment-words.js';
import { typedText } from '../shared/typed-text.js';

const ANSWER: Readonly<Record<InquiryAnswer, { readonly label: string; readonly tone: Tone }>> = {
  waiting: { label: '回答待ち', tone: 'info' },
  clear: { label: '該当なし', tone: 'success' },
  found: { label: '該当あり', tone: 'danger' },
};
const ANSWER_CHOICES = Object.entries(ANSWER).map(([value, { label }]) => ({ value, label }));

/** Published editions, newest year first; each leads to its applicants. */
export function InquiryProgramsPage({ viewer, versions }: { viewer: Viewer; versions: readonly ProgramVersion[] }) {
  return (
    <>
      <Restricted />
      <DataTable
        caption="照会する補助制度"
        captionHidden
        keyboard
        empty="公開された補助制度はまだありません。"
        rows={versions}
        columns={[
          {
            label: '補助制度',
            cell: ({ id, document }) => <a href={viewer.url(`staff/inquiries/${id}`)}>{document.name}</a>,
          },
          { label: '年度', tight: true, cell: ({ document }) => formatFiscalYear(document.fiscalYear) },
        ]}
      />
    </>
  );
}

const Restricted = () => (
  <Notice tone="neutral" title="取扱いを限られた情報です">
    <p>照会名簿は、照会の職に就く人だけが開けます。取り出すたびに、理由が操作の記録に残ります。</p>
  </Notice>
);

interface InquiryPageProps {
  readonly viewer: Viewer;
  readonly inquiry: InquiryPage;
  readonly today: string;
  /** What a refused form held. */
  readonly typed: unknown;
}

/** The applicants of one programme: take out the list, then note when it was asked and what was answered. */
export function InquiryApplicantsPage({ viewer, inquiry, today, typed }: InquiryPageProps) {
  const { version, applications } = inquiry;
  const path = `staff/inquiries/${version.id}`;
  const pledged = applications.filter((application) => application.pledged);
  return (
    <>
      <Restricted />
      {pledged.length === 0 ? (
        <Applicants applications={applications} chosen={[]} />
      ) : (
        <Form action={viewer.url(`${path}/records`)} label="照会の記録">
          <Applicants applications={applications} chosen={typedIds(typed)} />
          <DateField name="askedOn" label="照会した日" required value={typedText(typed, 'askedOn') || today} />
          <Radios
            name="answer"
            label="回答"
            required
            inline
            options={ANSWER_CHOICES}
            value={typedText(typed, 'answer')}
          />
          <ButtonRow>
            <Button>選んだ申請の照会を記録する</Button>
          </ButtonRow>
        </Form>
      )}
      {pledged.length > 0 && (
        <Section title="照会名簿を取り出す">
          <p>誓約した団体の役員の一覧です。登録にないフリガナ、生年月日、性別、住所の欄は空いています。</p>
          <Form action={viewer.url(`${path}/list`)} label="照会名簿">
            <TextField
              name="reason"
              label="取り出す理由"
              hint="例：小郡警察署への照会のため"
              required
              value={typedText(typed, 'reason')}
            />
            <ButtonRow>
              <Button kind="secondary" name="format" value="excel">
                Excelで取り出す
              </Button>
              <Button kind="secondary" name="format" value="csv">
                CSVで取り出す
              </Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

function Applicants({
  applications,
  chosen,
}: {
  applications: readonly InquiredApplication[];
  chosen: readonly string[];
}) {
  return (
    <DataTable
      caption="申請した団体"
      captionHidden
      cards
      empty="提出された申請はまだありません。"
      rows={applications.map((application, index) => ({ application, index }))}
      columns={[
        {
          label: '団体',
          cell: ({ application: { applicationId, organizationName, pledged }, index }) =>
            pledged ? (
              <RowChoice
                name="applicationIds"
                index={index}
                value={applicationId}
                checked={chosen.includes(applicationId)}
                label={organizationName}
              />
            ) : (
              organizationName
            ),
        },
        { label: '収受番号', tight: true, cell: ({ application }) => application.receivedNumber },
        { label: '誓約', tight: true, cell: ({ application }) => (application.pledged ? 'あり' : 'なし') },
        {
          label: '照会した日',
          tight: true,
          cell: ({ application }) => <Day date={application.inquiry?.askedOn ?? null} />,
        },
        { label: '回答', tight: true, cell: ({ application }) => <Answer application={application} /> },
      ]}
    />
  );
}

function Answer({ application: { inquiry } }: { application: InquiredApplication }) {
  if (!inquiry) return <>未照会</>;
  const { label, tone } = ANSWER[inquiry.answer];
  return <StatusTag tone={tone}>{label}</StatusTag>;
}

function typedIds(typed: unknown): string[] {
  const ids = typeof typed === 'object' && typed !== null ? (typed as Record<string, unknown>)['applicationIds'] : [];
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}
