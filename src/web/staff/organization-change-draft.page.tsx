import type { AccountChange, OrganizationView } from '../../organizations/index.js';
import { Button, ButtonLink, ButtonRow, CheckAnswers, Form, type Viewer } from '../shared/index.js';
import { accountInShort } from '../shared/organization-facts.js';
import { NewDraftFields } from './draft-fields.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

interface ChangeDraftProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly change: AccountChange;
  readonly sent: unknown;
}

/** 起案 of a change that two staff have confirmed. */
export function ChangeDraftPage({ viewer, view, change, sent }: ChangeDraftProps) {
  const path = `${ORGANIZATIONS_PATH}/${view.file.id}/account`;
  const names = change.confirmations.map(({ staffName }) => staffName).join('、');
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '団体', value: view.file.details.name },
          { label: 'いまの口座', value: accountInShort(change.replaced) },
          { label: '新しい口座', value: accountInShort(change.proposed) },
          { label: '通帳を確認した職員', value: names },
        ]}
      />
      <Form action={viewer.url(`${path}/change/${change.id}/draft`)} label="口座の変更の起案">
        <NewDraftFields
          title={`${view.file.details.name}の振込先口座の変更について`}
          reason={`届出のあった口座を職員2人（${names}）が通帳の写しと見比べ、団体の口座と認められるので、振込先を変更してよろしいか伺います。`}
          sent={sent}
        />
        <ButtonRow>
          <Button>口座の変更を起案する</Button>
          <ButtonLink href={viewer.url(path)} kind="secondary">
            起案しないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
