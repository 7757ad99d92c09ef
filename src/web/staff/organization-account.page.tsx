import type { ComponentChildren } from 'preact';
import { transferKanaBytes } from '../../kernel/kana.js';
import { isConfirmed, type AccountChange, type BankAccount, type OrganizationView } from '../../organizations/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Details,
  EmptyState,
  Form,
  Hidden,
  Moment,
  Notice,
  Section,
  StatusTag,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { FileLink, isPicture, mayBeOpened } from '../shared/kept-files.js';
import { accountAnswers } from '../shared/organization-facts.js';
import { isUnlike, KanaField, type TypedKana } from './organization-account-kana.js';
import { AccountHistory } from './organization-account-history.js';
import { ChangeDraft, Confirmed } from './organization-change-state.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

interface AccountPageProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  /** As typed before the page came back; null proposes. */
  readonly typed: TypedKana | null;
  readonly reason: string;
  readonly mayConfirm: boolean;
  readonly mayRequest: boolean;
}

/** Staff compare an account with its passbook, which stands on the same screen, and confirm what the bank file will carry. */
export function AccountPage(props: AccountPageProps) {
  const { view } = props;
  return (
    <>
      {view.openChange && <OpenChange {...props} change={view.openChange} />}
      {view.file.account ? (
        <InUse {...props} account={view.file.account} />
      ) : (
        <EmptyState title="口座はまだ入力されていません。" />
      )}
      <AccountHistory viewer={props.viewer} view={view} />
    </>
  );
}

function OpenChange(props: AccountPageProps & { change: AccountChange }) {
  const { viewer, view, change, reason, mayConfirm } = props;
  const { proposed } = change;
  const path = `${ORGANIZATIONS_PATH}/${view.file.id}/account/change/${change.id}`;
  return (
    <Section title="届け出られた新しい口座">
      <Notice tone="warning" title="確認が済むまで、この団体への支払は止まります">
        <p>
          届け出た人とは別の職員2人が、それぞれ通帳の写しと見比べて確認します。
          {view.changeDraft.ruled && 'その後、担当課が起案し、決裁を受けると新しい口座に変わります。'}
        </p>
      </Notice>
      <ChangeDraft {...props} />
      <Comparison
        passbook={<Passbook viewer={viewer} view={view} account={proposed} />}
        facts={
          <>
            <CheckAnswers
              answers={[
                ...accountAnswers(proposed),
                { label: '変更する理由', value: change.reason },
                {
                  label: '届け出た人',
                  value: `${change.requestedBy.name}（${change.requestedBy.kind === 'staff' ? '職員' : '役員'}）`,
                },
                { label: '届け出た日時', value: <Moment at={change.requestedAt} /> },
                { label: '確認した職員', value: <Confirmed change={change} /> },
              ]}
            />
            {mayConfirm && view.changeDraft.draft === null && (
              <>
                {!isConfirmed(change) && <Confirmation {...props} />}
                <Details summary="通帳と合わないので差し戻す" open={reason !== ''}>
                  <Form action={viewer.url(`${path}/refusal`)} label="変更の差戻し">
                    <TextArea
                      name="reason"
                      label="差し戻す理由"
                      hint="団体の役員が読みます。"
                      rows={2}
                      value={reason}
                      required
                    />
                    <ButtonRow>
                      <Button kind="secondary">変更を差し戻す</Button>
                    </ButtonRow>
                  </Form>
                </Details>
              </>
            )}
          </>
        }
      />
    </Section>
  );
}

/** The form for who may confirm now; who has confirmed or asked himself reads that others must. */
function Confirmation({ viewer, view, change, typed }: AccountPageProps & { change: AccountChange }) {
  const { actor } = viewer;
  const { proposed, confirmations, requestedBy } = change;
  const [first] = confirmations;
  const isActor = (kind: string, id: string): boolean =>
    kind === 'staff' && actor.kind === kind && actor.staffId === id;
  if (first && isActor('staff', first.staffId)) {
    return (
      <Notice tone="info" title="あなたの確認は済みました">
        <p>新しい口座に変えるには、ほかの職員がもう1人、通帳の写しと見比べて確認する必要があります。</p>
      </Notice>
    );
  }
  if (isActor(requestedBy.kind, requestedBy.partyId)) {
    return (
      <Notice tone="info" title="届け出た人は確認できません">
        <p>ほかの職員2人が、それぞれ通帳の写しと見比べて確認します。</p>
      </Notice>
    );
  }
  const path = `${ORGANIZATIONS_PATH}/${view.file.id}/account/change/${change.id}`;
  return (
    <Form action={viewer.url(`${path}/confirmation`)} label="新しい口座の確認">
      <KanaField
        account={proposed}
        typed={typed}
        known={first?.transferKana ?? null}
        symbols={viewer.town.bank?.permittedSymbols ?? ''}
      />
      <ButtonRow>
        <Button>{first ? '2人目として確認する' : '1人目として確認する'}</Button>
      </ButtonRow>
    </Form>
  );
}

function InUse(props: AccountPageProps & { account: BankAccount }) {
  const { viewer, view, account, typed, mayConfirm, mayRequest } = props;
  const { file, openChange } = view;
  if (openChange) {
    return (
      <Section title="いま使っている口座">
        <CheckAnswers answers={accountAnswers(account)} />
      </Section>
    );
  }
  const kana = { account, typed, known: account.transferKana, symbols: viewer.town.bank?.permittedSymbols ?? '' };
  const examined = file.state === 'submitted' || file.state === 'registered';
  const base = `${ORGANIZATIONS_PATH}/${file.id}/account`;
  return (
    <Section title={file.state === 'registered' ? 'いま使っている口座' : '登録を受ける口座'}>
      <Comparison
        passbook={<Passbook viewer={viewer} view={view} account={account} />}
        facts={
          <>
            <CheckAnswers
              answers={[
                ...accountAnswers(account),
                {
                  label: '振込用カナ',
                  value: account.transferKana ? (
                    <>
                      {account.transferKana}（{transferKanaBytes(account.transferKana)}バイト）{' '}
                      <StatusTag tone="success">確認済み</StatusTag>
                    </>
                  ) : (
                    <StatusTag tone="warning">未確認</StatusTag>
                  ),
                },
                ...(account.unlikeReason ? [{ label: '通帳の名義と違う理由', value: account.unlikeReason }] : []),
              ]}
            />
            {mayConfirm && examined && (
              <Form action={viewer.url(`${base}/transfer-kana`)} label="振込用カナの確認">
                <Hidden name="accountVersion" value={account.version} />
                <KanaField {...kana} />
                <ButtonRow>
                  <Button>{isUnlike(kana) ? 'この振込用カナで確認する' : '通帳と合っているので確認する'}</Button>
                </ButtonRow>
              </Form>
            )}
            {mayRequest && file.state === 'registered' && (
              <ButtonLink href={viewer.url(`${base}/change`)} kind="secondary" small>
                団体に代わって口座の変更を届ける
              </ButtonLink>
            )}
          </>
        }
      />
    </Section>
  );
}

/** The passbook stays in view beside what is compared with it. */
const Comparison = ({ passbook, facts }: { passbook: ComponentChildren; facts: ComponentChildren }) => (
  <div class="comparison">
    <div class="comparison-passbook">{passbook}</div>
    <div>{facts}</div>
  </div>
);

/** The passbook as large as the column; it is a picture or a PDF. */
function Passbook({ viewer, view, account }: { viewer: Viewer; view: OrganizationView; account: BankAccount }) {
  if (!account.passbook) return <EmptyState title="通帳の写しはまだありません。" />;
  const href = viewer.url(`${ORGANIZATIONS_PATH}/${view.file.id}/passbooks/${account.id}`);
  const scan = view.scans.get(account.passbook.sha256) ?? 'not-scanned';
  if (!mayBeOpened(scan)) return <FileLink name={account.passbook.name} href={href} scan={scan} />;
  const words = `通帳の写し：${account.passbook.name}`;
  return (
    <figure class="passbook">
      {isPicture(account.passbook.mediaType) ? (
        <img src={href} alt={words} />
      ) : (
        <iframe src={href} title={words}></iframe>
      )}
      <figcaption>
        <a href={href}>通帳の写しを大きく開く</a>
      </figcaption>
    </figure>
  );
}
