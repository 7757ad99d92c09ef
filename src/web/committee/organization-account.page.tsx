import type { ComponentChildren } from 'preact';
import { type OrganizationView } from '../../organizations/index.js';
import type { BankOffice } from '../../platform/banks/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Form,
  Moment,
  Notice,
  Section,
  StatusTag,
  Steps,
  TextArea,
  Timeline,
  type Viewer,
} from '../shared/index.js';
import { ChosenBank } from '../shared/bank-search.js';
import {
  AccountFields,
  type AccountFieldsProps,
  type TypedAccountForm,
} from '../shared/organization-account-fields.js';
import { accountAnswers, accountInShort, CHANGE_STATE } from '../shared/organization-facts.js';
import { SaveRow } from './organization-parts.page.js';
import { ORGANIZATION_PATH } from './organization-path.js';
import { RemarksHere } from './organization-remarks.js';

interface AccountFormProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly bank: BankOffice;
  readonly branch: BankOffice | null;
  readonly typed: TypedAccountForm;
  readonly answers?: Readonly<Record<string, string>>;
  readonly stale?: boolean;
}

/** Third step: the account itself, as the passbook shows it. */
export function AccountFormPage({ viewer, view, bank, branch, typed, answers, stale }: AccountFormProps) {
  const { file } = view;
  const action = viewer.url(`${ORGANIZATION_PATH}/account`);
  return (
    <>
      <Steps current={3} total={3} label="通帳を見ながら入力する" />
      {stale && <StaleAccount view={view} />}
      <ChosenBank bank={bank} branch={branch} again={`${action}?search=yes`} />
      <Form action={action} version={file.account?.version ?? 0} upload>
        <RemarksHere file={file} fields={['bank', 'accountNumber', 'holderKana', 'passbook']} answers={answers} />
        <AccountFields bank={bank} branch={branch} typed={typed} passbook={passbookOf(viewer, view)} />
        <SaveRow viewer={viewer} />
      </Form>
    </>
  );
}

interface ChangeFormProps extends Omit<AccountFormProps, 'answers' | 'stale'> {
  readonly reason: string;
}

export function ChangeFormPage({ viewer, bank, branch, typed, reason }: ChangeFormProps) {
  const action = viewer.url(`${ORGANIZATION_PATH}/account/change`);
  return (
    <>
      <Steps current={3} total={3} label="新しい通帳を見ながら入力する" />
      <Notice tone="warning" title="確認が済むまで、振込が止まります">
        <p>職員2人が新しい通帳を確かめます。確認が済むと、次の振込から新しい口座に入ります。</p>
      </Notice>
      <ChosenBank bank={bank} branch={branch} again={action} />
      <Form action={action} upload>
        <AccountFields bank={bank} branch={branch} typed={typed} passbook={null} />
        <TextArea
          name="reason"
          label="変更する理由"
          hint="例：会長が交代し、通帳の名義が変わったため"
          rows={3}
          value={reason}
          required
        />
        <ButtonRow>
          <Button>口座の変更を届ける</Button>
          <ButtonLink href={viewer.url(`${ORGANIZATION_PATH}/account`)} kind="secondary">
            届けないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

/** The other officer's account stands here in short: numbers are compared with the passbook, not with each other. */
const StaleAccount = ({ view }: { view: OrganizationView }) => (
  <Notice tone="warning" title="ほかの方が、先に口座を保存しました">
    <p>保存されている口座：{view.file.account ? accountInShort(view.file.account) : 'なし'}</p>
    <p>入力欄にはあなたの入力を残しています。通帳と見比べて、もう一度保存すると、その内容になります。</p>
  </Notice>
);

/** The account in use after registration, with its open change and its history. */
export function AccountPage({
  viewer,
  view,
  error,
}: {
  viewer: Viewer;
  view: OrganizationView;
  error?: ComponentChildren;
}) {
  const { file, openChange, changes } = view;
  const url = (path: string): string => viewer.url(`${ORGANIZATION_PATH}/account/${path}`);
  return (
    <>
      {error}
      {openChange && (
        <Section title="届け出た変更">
          <Notice tone="warning" title="職員が新しい口座を確認しています">
            <p>確認が済むまで、振込は止まります。確認した職員：{openChange.confirmations.length}人／2人</p>
          </Notice>
          <CheckAnswers
            answers={[
              ...accountAnswers(openChange.proposed),
              { label: '変更する理由', value: openChange.reason },
              { label: '届け出た人', value: openChange.requestedBy.name },
              { label: '届け出た日時', value: <Moment at={openChange.requestedAt} /> },
            ]}
          />
          {openChange.requestedBy.kind === 'officer' && (
            <Form action={url(`change/${openChange.id}/withdrawal`)}>
              <p>取り下げると、いまの口座のまま、振込が再開します。</p>
              <Button kind="secondary">変更を取り下げる</Button>
            </Form>
          )}
        </Section>
      )}
      <Section title="いま使っている口座">
        {file.account && <CheckAnswers answers={accountAnswers(file.account)} />}
        {!openChange && file.state === 'registered' && (
          <ButtonLink href={url('change')} kind="secondary">
            口座を変える
          </ButtonLink>
        )}
      </Section>
      <AccountHistory view={view} closed={changes.filter(({ state }) => state !== 'open')} />
    </>
  );
}

function AccountHistory({ view, closed }: { view: OrganizationView; closed: OrganizationView['changes'] }) {
  if (closed.length === 0) return null;
  return (
    <Section title="これまでの変更">
      <Timeline
        events={closed.map((change) => ({
          at: <Moment at={change.closedAt} />,
          what: (
            <>
              <StatusTag tone={CHANGE_STATE[change.state].tone}>{CHANGE_STATE[change.state].label}</StatusTag>　
              {accountInShort(change.proposed)}
              {change.closedReason && <p>理由：{change.closedReason}</p>}
            </>
          ),
        }))}
      />
      <ul>
        {view.accounts.map((account) => (
          <li key={account.id}>
            {accountInShort(account)}：<Day date={account.validFrom} /> から
            {account.validUntil && (
              <>
                {' '}
                <Day date={account.validUntil} /> まで
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const passbookOf = (viewer: Viewer, { file, scans }: OrganizationView): AccountFieldsProps['passbook'] =>
  file.account?.passbook
    ? {
        name: file.account.passbook.name,
        href: viewer.url(`${ORGANIZATION_PATH}/passbooks/${file.account.id}`),
        scan: scans.get(file.account.passbook.sha256),
      }
    : null;
