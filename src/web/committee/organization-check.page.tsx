import { openRemarks, type OrganizationView } from '../../organizations/index.js';
import { Button, ButtonLink, ButtonRow, CheckAnswers, Form, Section, type Viewer } from '../shared/index.js';
import { accountAnswers, detailAnswers } from '../shared/organization-facts.js';
import { ORGANIZATION_PATH } from './organization-path.js';

/** The last page before submission: everything once more, each part with its way back. */
export function SubmissionPage({ viewer, view }: { viewer: Viewer; view: OrganizationView }) {
  const { file } = view;
  const url = (path: string): string => viewer.url(`${ORGANIZATION_PATH}/${path}`);
  const remarks = openRemarks(file);
  return (
    <>
      <Section title="団体の名前と連絡先">
        <CheckAnswers answers={detailAnswers(file).map((answer) => ({ ...answer, changeHref: url('details') }))} />
      </Section>
      <Section title="行政区・規約・役員">
        <CheckAnswers
          answers={[
            { label: `行政区（${String(file.wards.length)}）`, value: file.wards.join('、'), changeHref: url('wards') },
            { label: '規約', value: file.bylaws?.name ?? '未入力', changeHref: url('bylaws') },
            {
              label: '役員',
              value: file.officers.map(({ id, role, name, isRepresentative }) => (
                <div key={id}>
                  {role}　{name}
                  {isRepresentative && '（代表者）'}
                </div>
              )),
              changeHref: url('officers'),
            },
          ]}
        />
      </Section>
      <Section title="振込先の口座">
        <CheckAnswers
          answers={[
            ...(file.account ? accountAnswers(file.account) : []),
            { label: '通帳の写し', value: file.account?.passbook?.name ?? '未入力' },
          ].map((answer) => ({ ...answer, changeHref: url('account') }))}
        />
      </Section>
      {remarks.length > 0 && (
        <Section title="指摘への回答">
          <CheckAnswers answers={remarks.map(({ text, answer }) => ({ label: text, value: answer ?? '未回答' }))} />
        </Section>
      )}
      <Form action={viewer.url(`${ORGANIZATION_PATH}/submission`)} version={file.version}>
        <p>提出すると、担当課の確認が終わるまで内容を直せません。</p>
        <ButtonRow>
          <Button>この内容で提出する</Button>
          <ButtonLink href={viewer.url(ORGANIZATION_PATH)} kind="secondary">
            一覧に戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
