import type { Acknowledgement, AcknowledgementDesk, ToldKind } from '../../../acknowledgements/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  DateField,
  Day,
  Form,
  Prose,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { textOr } from '../../shared/typed-choice.js';
import { NewDraftFields } from '../draft-fields.js';
import { UnderDecision } from '../under-decision.js';

export interface AcknowledgementProps {
  readonly viewer: Viewer;
  readonly desk: AcknowledgementDesk;
  /** What a refused form held. */
  readonly body?: unknown;
  readonly mayAct: boolean;
  /** In words. */
  readonly today: string;
}

interface AnswerWords {
  /** The last words of the draft's title and reason, and the button where no draft is needed. */
  readonly act: string;
  readonly why: string;
  readonly reply: string;
  readonly hint: string;
}

const WORDS: Readonly<Record<ToldKind, AnswerWords>> = {
  'representative-change': {
    ...{ act: '登録する', reply: '団体への連絡' },
    why: '団体の決定による変更と認められるので、届のとおり登録してよろしいか伺います。',
    hint: '通知書に書かれます。ないときは空欄にします。',
  },
  'account-change': {
    ...{ act: '登録する', reply: '団体への連絡' },
    why: '職員2人が通帳の写しと見比べ、団体の口座と認められるので、振込先を変更してよろしいか伺います。',
    hint: '通知書に書かれます。ないときは空欄にします。',
  },
  'minor-change': {
    ...{ act: '受理する', reply: '団体への連絡' },
    why: 'どの増減も承認が要る割合を超えておらず、届のとおり受理してよろしいか伺います。',
    hint: '通知書に書かれます。ないときは空欄にします。',
  },
  'progress-report': {
    ...{ act: '確認する', reply: '団体への連絡' },
    why: '報告の内容を確かめ、計画のとおり進んでいると認められるので、確認を通知してよろしいか伺います。',
    hint: '通知書に書かれます。ないときは空欄にします。',
  },
  'accident-report': {
    ...{ act: '指示する', reply: '団体への指示' },
    why: '報告の内容を確かめたので、次のとおり指示してよろしいか伺います。',
    hint: '通知書に書かれます。例：延期した日を、11月15日までに知らせてください。',
  },
};

export const acknowledgementPath = ({ kind, recordId }: Pick<AcknowledgementDesk, 'kind' | 'recordId'>): string =>
  `staff/acknowledgements/${kind}/${recordId}`;

/** How far the answer has come, and its next step: the form of the draft, the draft, 施行, the letter. */
export function AcknowledgementPanel(props: AcknowledgementProps) {
  const { viewer, desk, mayAct } = props;
  const { acknowledgement, draft } = desk;
  switch (acknowledgement?.state ?? 'open') {
    case 'open':
      if (!desk.record.waits) return null;
      return mayAct ? <AnswerForm {...props} /> : <p>担当課が確認しています。</p>;
    case 'proposed':
      return <UnderDecision viewer={viewer} draft={draft} />;
    case 'decided':
      return mayAct ? <IssueForm {...props} /> : <p>通知書の施行を待っています。</p>;
    case 'issued':
      return acknowledgement && <Issued viewer={viewer} acknowledgement={acknowledgement} />;
  }
}

function AnswerForm({ viewer, desk, body }: AcknowledgementProps) {
  const { kind, record, ruled } = desk;
  const typed = (body ?? {}) as Readonly<Record<string, unknown>>;
  const { act, why, reply, hint } = WORDS[kind];
  return (
    <Section title={ruled ? '起案' : '確認'}>
      <p>
        {ruled
          ? '内容を確かめて起案します。決裁が済むと、通知書を施行できます。'
          : '内容を確かめます。このあと、通知書を施行します。'}
      </p>
      <Form action={viewer.url(acknowledgementPath(desk))} version={record.version} label="届出・報告への回答">
        <TextArea
          name="reply"
          label={reply}
          hint={hint}
          rows={4}
          most={1000}
          required={kind === 'accident-report'}
          value={textOr(typed['reply'], desk.acknowledgement?.reply ?? '')}
        />
        {ruled && (
          <NewDraftFields
            title={`${record.title.replace(/\s+/gu, '　')}について`}
            reason={`${record.organizationName}から提出がありました。${why}`}
            sent={body}
          />
        )}
        <ButtonRow>
          <Button>{ruled ? '起案する' : act}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function IssueForm({ viewer, desk, body, today }: AcknowledgementProps) {
  const typed = (body ?? {}) as { issuedOn?: unknown; externalNumber?: unknown };
  const { decidedOn = null, reply = '' } = desk.acknowledgement ?? {};
  return (
    <Section title="通知書の施行">
      <CheckAnswers
        answers={[
          { label: '決裁日', value: <Day date={decidedOn} /> },
          ...(reply === '' ? [] : [{ label: WORDS[desk.kind].reply, value: <Prose text={reply} /> }]),
        ]}
      />
      <Form action={viewer.url(`${acknowledgementPath(desk)}/letter`)} label="通知書の施行">
        <DateField name="issuedOn" label="施行日" required value={textOr(typed.issuedOn, today)} />
        <TextField
          name="externalNumber"
          label="文書番号（手入力するとき）"
          hint="空欄のときは、担当課の文書番号を付けます。"
          size="medium"
          value={textOr(typed.externalNumber, '')}
        />
        <ButtonRow>
          <Button>通知書を施行する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

const Issued = ({ viewer, acknowledgement }: { viewer: Viewer; acknowledgement: Acknowledgement }) => (
  <p>
    <Day date={acknowledgement.issuedOn} />
    に通知書を施行しました。
    <a href={viewer.url(`staff/letters/${acknowledgement.letterId ?? ''}`)}>{acknowledgement.letterNumber}</a>
  </p>
);
