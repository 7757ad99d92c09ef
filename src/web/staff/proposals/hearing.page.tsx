import { formatEra } from '../../../kernel/local-date.js';
import { LONGEST_HEARING, type ProposalDraft } from '../../../proposals/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Details,
  Form,
  Notice,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { hearingDayInWords } from '../../shared/proposals/hearing-words.js';
import { typedText } from '../../shared/typed-text.js';

interface HearingProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  /** Where the proposer is reached by mail; null where by telephone or letter alone. */
  readonly mail: string | null;
  /** As it was sent and refused. */
  readonly body: unknown;
}

/** The day on which a proposer is heard: told, moved, or called off. */
export function HearingPage({ viewer, draft, mail, body }: HearingProps) {
  const { proposal, hearing } = draft;
  const { coming, plans } = hearing;
  const path = `staff/proposals/received/${proposal.id}`;
  const isCallingOff = typedText(body, 'act') === 'calling-off';
  const isTyped = body !== undefined && !isCallingOff;
  const kept = {
    heldOn: coming ? formatEra(coming.heldOn) : '',
    startsAt: coming?.startsAt ?? '',
    place: coming?.place ?? '',
    people: coming?.people ?? '',
    words: coming?.words ?? '',
    reason: '',
  };
  const value = (field: keyof typeof kept): string => (isTyped ? typedText(body, field) : kept[field]);
  const once = typedText(body, 'requestId') || true;
  return (
    <>
      <HowTold draft={draft} mail={mail} />
      {coming && <CheckAnswers answers={[{ label: 'いまの日', value: hearingDayInWords(coming) }]} />}
      <Form
        action={viewer.url(`${path}/hearing`)}
        version={plans.length}
        once={isTyped ? once : true}
        label="聞き取りの日"
      >
        <DateField name="heldOn" label="聞き取りの日" required value={value('heldOn')} />
        <TextField
          name="startsAt"
          label="始まりの時刻"
          hint="例：14:00。決まっていないときは空欄にします。"
          size="short"
          value={value('startsAt')}
        />
        <TextField
          name="place"
          label="場所"
          hint="電話で聞くときは「電話」と書きます。"
          required
          size="medium"
          value={value('place')}
        />
        <TextField name="people" label="町から出席する人" hint="提案者には示しません。" value={value('people')} />
        <TextArea
          name="words"
          label="提案者への連絡"
          hint="聞きたいことや、持ってきてほしいものを書きます。提案者に知らせます。"
          rows={4}
          most={LONGEST_HEARING.words}
          value={value('words')}
        />
        {coming && (
          <TextField
            name="reason"
            label="日を変える理由"
            hint="提案者に知らせます。"
            required
            value={value('reason')}
          />
        )}
        <ButtonRow>
          <Button>{coming ? '新しい日を知らせる' : '聞き取りの日を知らせる'}</Button>
          <ButtonLink kind="quiet" href={viewer.url(path)}>
            決めずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
      {coming && (
        <Details summary="聞き取りを取りやめる" open={isCallingOff}>
          <Form
            action={viewer.url(`${path}/hearing/calling-off`)}
            version={plans.length}
            once={isCallingOff ? once : true}
            label="聞き取りの取りやめ"
          >
            <input type="hidden" name="act" value="calling-off" />
            <TextField
              name="callOffReason"
              label="取りやめる理由"
              hint="提案者に知らせます。"
              required
              value={isCallingOff ? typedText(body, 'callOffReason') : ''}
            />
            <ButtonRow>
              <Button kind="danger">聞き取りを取りやめる</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </>
  );
}

function HowTold({ draft, mail }: Pick<HearingProps, 'draft' | 'mail'>) {
  const { contact, name } = draft.proposal.proposer;
  if (mail !== null) return <p>{`保存すると、${name}さん（${mail}）にメールで知らせます。提案者の画面にも出ます。`}</p>;
  return (
    <Notice tone="warning" title="提案者のメールアドレスがありません">
      <p>
        {`日時と場所は、電話か手紙で${name}さんに知らせてください。`}
        {contact !== '' && `連絡先：${contact}`}
      </p>
    </Notice>
  );
}

interface TieProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  readonly reason: string;
}

/** 利害関係: what it means, asked once, with the reason. */
export function TiePage({ viewer, draft: { proposal }, reason }: TieProps) {
  const path = `staff/proposals/received/${proposal.id}`;
  return (
    <>
      <Notice tone="warning" title="届け出ると、取り消せません">
        <p>この提案の確認・聞き取り・採点・決裁に加われなくなります。ほかの職員が行います。</p>
      </Notice>
      <Form action={viewer.url(`${path}/tie`)} label="利害関係の届出">
        <TextArea
          name="reason"
          label="届出の理由"
          hint="例：提案者と同居しているため"
          required
          rows={3}
          value={reason}
        />
        <ButtonRow>
          <Button kind="danger">利害関係を届け出る</Button>
          <ButtonLink kind="quiet" href={viewer.url(path)}>
            届け出ずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
