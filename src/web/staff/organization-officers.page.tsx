import type { OrganizationView } from '../../organizations/index.js';
import { Button, DataTable, Form, Section, StatusTag, type Viewer } from '../shared/index.js';
import { Term, TermTag } from '../shared/organization-facts.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

/** The officers with their terms, and a printed code for each: the first one, or a new password at the counter. */
export function OfficersSection({
  viewer,
  view,
  mayInvite,
}: {
  viewer: Viewer;
  view: OrganizationView;
  mayInvite: boolean;
}) {
  const { file, today } = view;
  const hasAccount = (id: string): boolean => view.officersWithAccount.has(id);
  return (
    <Section title="役員の名簿">
      <DataTable
        caption="役員"
        captionHidden
        cards
        rows={file.officers}
        empty="役員はまだ入力されていません。"
        columns={[
          {
            label: '氏名',
            cell: (officer) => (
              <>
                {officer.name}
                {officer.isRepresentative && (
                  <>
                    {' '}
                    <StatusTag tone="info">代表者</StatusTag>
                  </>
                )}
              </>
            ),
          },
          { label: '役職', cell: ({ role }) => role },
          {
            label: '任期',
            cell: (officer) => (
              <>
                <TermTag officer={officer} today={today} /> <Term officer={officer} />
              </>
            ),
          },
          { label: '電話番号', cell: ({ phone }) => phone ?? 'なし', tight: true },
          {
            label: 'コード',
            cell: (officer) =>
              mayInvite ? (
                <Form
                  action={viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/officers/${officer.id}/code`)}
                  label={`${officer.name}のコード`}
                >
                  <Button kind="quiet" small>
                    {hasAccount(officer.id) ? '再設定コードを発行' : '利用開始コードを発行'}
                  </Button>
                </Form>
              ) : hasAccount(officer.id) ? (
                '利用中'
              ) : (
                '未発行'
              ),
          },
        ]}
      />
    </Section>
  );
}
