import type { OrganizationView } from '../../organizations/index.js';
import type { BankOffice } from '../../platform/banks/index.js';
import { Button, ButtonLink, ButtonRow, Form, Steps, TextArea, type Viewer } from '../shared/index.js';
import { ChosenBank } from '../shared/bank-search.js';
import { AccountFields, type TypedAccountForm } from '../shared/organization-account-fields.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

interface ChangeRequestProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly bank: BankOffice;
  readonly branch: BankOffice | null;
  readonly typed: TypedAccountForm;
  readonly reason: string;
}

/** Staff enter a change that came on paper; whoever enters it does not confirm it. */
export function ChangeRequestPage({ viewer, view, bank, branch, typed, reason }: ChangeRequestProps) {
  const path = `${ORGANIZATIONS_PATH}/${view.file.id}/account`;
  return (
    <>
      <Steps current={3} total={3} label="届出書と通帳を見ながら入力する" />
      <ChosenBank bank={bank} branch={branch} again={viewer.url(`${path}/change`)} />
      <Form action={viewer.url(`${path}/change`)} upload>
        <AccountFields bank={bank} branch={branch} typed={typed} passbook={null} />
        <TextArea
          name="reason"
          label="変更する理由"
          hint="例：紙の届出書を○月○日に受け取ったため"
          rows={3}
          value={reason}
          required
        />
        <ButtonRow>
          <Button>口座の変更を届ける</Button>
          <ButtonLink href={viewer.url(path)} kind="secondary">
            届けないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
