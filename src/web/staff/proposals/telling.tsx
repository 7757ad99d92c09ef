import { formatEra } from '../../../kernel/local-date.js';
import {
  isUntold,
  OCCASION_LABELS,
  TELLING_WAY_LABELS,
  TELLING_WAYS,
  type Matter,
  type Proposal,
} from '../../../proposals/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Details,
  Form,
  Hidden,
  Notice,
  Radios,
  Section,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface TellingProps {
  readonly viewer: Viewer;
  readonly proposal: Proposal;
  readonly matters: readonly Matter[];
  readonly mayAct: boolean;
  /** Whether an address is known, so that a mail goes out by itself. */
  readonly byMail: boolean;
  /** As it was sent and refused. */
  readonly body?: unknown;
}

/** A mail can have gone only where its address is known. */
const waysOf = (byMail: boolean) =>
  TELLING_WAYS.filter((value) => byMail || value !== 'mail').map((value) => ({
    value,
    label: TELLING_WAY_LABELS[value],
  }));

/** お知らせ: what the proposer is to hear of, how and when they heard it, and what is left to do. */
export function Tellings({ viewer, proposal, matters, mayAct, byMail, body }: TellingProps) {
  if (matters.length === 0) return null;
  // One after the other: two of these forms on one page could not be told apart.
  const untold = matters.filter(isUntold);
  const next = untold.find((matter) => isSent(body, matter)) ?? untold[0];
  return (
    <Section title="提案者へのお知らせ">
      <ul>
        {matters.map((matter) => (
          <li key={`${matter.occasion}-${String(matter.turn)}`}>{inWords(matter)}</li>
        ))}
      </ul>
      {mayAct && next && (
        <ToTell {...{ viewer, proposal, matter: next, byMail, body: isSent(body, next) ? body : undefined }} />
      )}
    </Section>
  );
}

function inWords(matter: Matter): string {
  const label = OCCASION_LABELS[matter.occasion];
  const [first] = matter.told;
  if (!first) return `${label}（${formatEra(matter.on)}）：まだ知らせていません`;
  const { how, toldOn, note, writtenBy } = first;
  const by = how === 'mail' ? '' : `　${writtenBy}`;
  return `${label}：${formatEra(toldOn)}に${TELLING_WAY_LABELS[how]}で知らせました${by}${note === '' ? '' : `（${note}）`}`;
}

const isSent = (body: unknown, { occasion, turn }: Matter): boolean =>
  typedText(body, 'occasion') === occasion && typedText(body, 'turn') === String(turn);

type ToTellProps = Pick<TellingProps, 'viewer' | 'proposal' | 'byMail' | 'body'> & { readonly matter: Matter };

function ToTell({ viewer, proposal, matter: { occasion, turn }, byMail, body }: ToTellProps) {
  const at = `staff/proposals/received/${proposal.id}`;
  const label = OCCASION_LABELS[occasion];
  const form = (
    <Form action={viewer.url(`${at}/telling`)} label={`${label}を知らせた記録`}>
      <Hidden name="occasion" value={occasion} />
      <Hidden name="turn" value={String(turn)} />
      <Radios name="how" label="知らせ方" required inline options={waysOf(byMail)} value={typedText(body, 'how')} />
      <DateField name="toldOn" label="知らせた日" required value={typedText(body, 'toldOn')} />
      <TextField name="note" label="メモ" hint="電話に出た方など。" value={typedText(body, 'note')} />
      <ButtonRow>
        <Button>知らせたことを記録する</Button>
        <ButtonLink kind="secondary" href={viewer.url(`${at}/notice`, { occasion, turn: String(turn) })}>
          お知らせの文を見る・印刷する
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
  if (byMail) {
    return (
      <>
        <p>{label}は、メールで自動的に知らせます。10分たっても変わらないときは、電話などで知らせてください。</p>
        <Details summary="ほかの方法で知らせた" open={body !== undefined}>
          {form}
        </Details>
      </>
    );
  }
  return (
    <Notice tone="warning" title={`${label}を、郵送・電話でお知らせしてください`}>
      <p>
        {proposal.proposer.name}様{proposal.proposer.contact !== '' && `（連絡先：${proposal.proposer.contact}）`}
        。メールアドレスがわからないため、自動では知らせられません。
      </p>
      {form}
    </Notice>
  );
}
