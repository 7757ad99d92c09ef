import type { Draft, DraftPage } from '../../approvals/index.js';
import {
  Button,
  ButtonRow,
  Details,
  Form,
  Hidden,
  Radios,
  Section,
  TextArea,
  type Choice,
  type Viewer,
} from '../shared/index.js';
import { verbOf } from './draft-words.js';
import { DraftFields } from './draft-fields.js';

/** What somebody typed into one of the forms, kept when the act was refused. */
export interface TypedAct {
  readonly form: 'approval' | 'send-back' | 'resubmission' | 'withdrawal';
  readonly comment?: string;
  readonly reason?: string;
  readonly toStep?: string;
  readonly title?: string;
}

interface ActFormsProps {
  readonly viewer: Viewer;
  readonly view: DraftPage;
  readonly typed: TypedAct | undefined;
}

/** The acts that this person may do now; nothing for a person who may only look. */
export function ActForms({ viewer, view, typed }: ActFormsProps) {
  const { mine } = view;
  const actions = viewer.url(`staff/approvals/${view.draft.id}`);
  const typedIn = (form: TypedAct['form']): TypedAct | undefined => (typed?.form === form ? typed : undefined);
  return (
    <>
      {mine.mayApprove && <ApprovalForm action={`${actions}/approval`} view={view} typed={typedIn('approval')} />}
      {mine.maySendBack && <SendBackForm action={`${actions}/send-back`} view={view} typed={typedIn('send-back')} />}
      {mine.mayResubmit && (
        <>
          <ResubmissionForm action={`${actions}/resubmission`} draft={view.draft} typed={typedIn('resubmission')} />
          <WithdrawalForm action={`${actions}/withdrawal`} typed={typedIn('withdrawal')} />
        </>
      )}
    </>
  );
}

interface FormProps {
  readonly action: string;
  readonly typed: TypedAct | undefined;
}

function ApprovalForm({ action, view: { draft, cases, mine }, typed }: FormProps & { view: DraftPage }) {
  const step = draft.steps.find(({ position }) => position === mine.step);
  const verb = mine.decides ? '決裁' : step ? verbOf(draft, step) : '承認';
  return (
    <Section title={`${mine.posts.join('・')}として${verb}する`}>
      <Form action={action} label={`${verb}する`}>
        <Hidden name="step" value={mine.step ?? ''} />
        {cases.map(({ item, digest }) => (
          <Hidden name={`digests[${item.id}]`} value={digest} key={item.id} />
        ))}
        <TextArea name="comment" label="意見" rows={2} value={typed?.comment} />
        {mine.decides && (
          <p class="hint">決裁すると、{cases.length}件すべてがその場で決まり、支出負担行為になります。</p>
        )}
        <ButtonRow>
          <Button>{verb}する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function SendBackForm({ action, view: { draft, mine }, typed }: FormProps & { view: DraftPage }) {
  return (
    <Details summary="差し戻す" open={typed !== undefined || !mine.mayApprove}>
      <Form action={action} label="差し戻す">
        <Hidden name="step" value={mine.step ?? ''} />
        <Radios name="toStep" label="差戻し先" required options={targetsOf(draft)} value={typed?.toStep ?? 'drafter'} />
        <TextArea name="reason" label="差し戻す理由" required rows={3} value={typed?.reason} />
        <ButtonRow>
          <Button kind="secondary">差し戻す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function targetsOf(draft: Draft): Choice[] {
  const earlier = draft.steps.filter(({ position }) => draft.position !== null && position < draft.position);
  return [
    { value: 'drafter', label: `起案者（${draft.drafter.name}）` },
    ...earlier.map(({ position, postName }) => ({ value: String(position), label: postName })),
  ];
}

function ResubmissionForm({ action, draft, typed }: FormProps & { draft: Draft }) {
  return (
    <Section title="再提出する">
      <Form action={action} label="再提出する">
        <DraftFields title={typed?.title ?? draft.title} reason={typed?.reason ?? draft.reason} />
        <TextArea name="comment" label="直したこと" hint="決裁者が読みます。" rows={2} value={typed?.comment} />
        <ButtonRow>
          <Button>再提出する</Button>
        </ButtonRow>
        <p class="hint">案件のいまの内容で、決裁経路のはじめから回ります。</p>
      </Form>
    </Section>
  );
}

function WithdrawalForm({ action, typed }: FormProps) {
  return (
    <Details summary="取り下げる" open={typed !== undefined}>
      <Form action={action} label="取り下げる">
        <p>起案をやめ、押さえていた予算を戻します。案件は、あらためて起案できます。</p>
        <TextArea name="withdrawalReason" label="取り下げる理由" required rows={2} value={typed?.reason} />
        <ButtonRow>
          <Button kind="danger">取り下げる</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
