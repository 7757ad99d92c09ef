import { verbOf, type Draft, type DraftPage } from '../../approvals/index.js';
import {
  Button,
  ButtonRow,
  Details,
  Form,
  Hidden,
  Radios,
  Section,
  TextArea,
  TextField,
  type Choice,
  type Viewer,
} from '../shared/index.js';
import { DraftFields } from './draft-fields.js';
import { tickedIn, typedIn, type TypedAct } from './draft-typed.js';

export interface ActFormsProps {
  readonly viewer: Viewer;
  readonly view: DraftPage;
  readonly typed: TypedAct | undefined;
}

export interface ActFormProps {
  /** The address of the draft, under which each act has its own. */
  readonly at: string;
  readonly view: DraftPage;
  readonly typed: TypedAct | undefined;
}

/** Deciding, and the ways back: for the post whose turn it is, and for the drafter of a returned draft. */
export function ActForms({ viewer, view, typed }: ActFormsProps) {
  const { mine } = view;
  const form = { at: viewer.url(`staff/approvals/${view.draft.id}`), view, typed };
  return (
    <>
      {mine.mayApprove && <ApprovalForm {...form} />}
      {mine.mayDeputise && <DeputyForm {...form} />}
      {mine.mayDiffer && <DifferenceForm {...form} />}
      {mine.maySendBack && <SendBackForm {...form} />}
      {mine.mayReject && <RejectionForm {...form} />}
      {mine.mayResubmit && (
        <>
          <ResubmissionForm {...form} />
          <WithdrawalForm {...form} />
        </>
      )}
    </>
  );
}

/** What the page shows: an act is meant for exactly this, at this step. */
export const AsShown = ({ view: { mine, cases } }: { view: DraftPage }) => (
  <>
    <Hidden name="step" value={mine.step ?? ''} />
    {cases.map(({ item, digest }) => (
      <Hidden name={`digests[${item.id}]`} value={digest} key={item.id} />
    ))}
  </>
);

function ApprovalForm({ at, view, typed }: ActFormProps) {
  const { draft, cases, mine } = view;
  const step = draft.steps.find(({ postName, actId }) => actId === null && mine.posts.includes(postName));
  const verb = mine.decides ? '決裁' : step ? verbOf(draft, step) : '承認';
  return (
    <Section title={`${mine.posts.join('・')}として${verb}する`}>
      <Form action={`${at}/approval`} label={`${verb}する`}>
        <AsShown view={view} />
        <TextArea name="comment" label="意見" rows={2} value={typedIn(typed, 'approval', 'comment')} />
        {mine.decides && <p class="hint field-note">決裁すると、{cases.length}件すべてがその場で決まります。</p>}
        <ButtonRow>
          <Button>{verb}する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function DeputyForm({ at, view, typed }: ActFormProps) {
  const waiting = view.draft.steps.filter(({ position, actId }) => position === view.draft.position && actId === null);
  return (
    <Section title={`${waiting.map(({ postName }) => postName).join('・')}に代わって決裁する（代決）`}>
      <Form action={`${at}/acts/deputise`} label="代決する">
        <AsShown view={view} />
        <TextArea
          name="deputyComment"
          label="代決の意見"
          hint="戻った上司が後閲で読みます。"
          rows={2}
          value={typedIn(typed, 'deputise', 'deputyComment')}
        />
        <ButtonRow>
          <Button>代決する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function DifferenceForm({ at, view, typed }: ActFormProps) {
  return (
    <Details summary="同意せず、意見を付けて回す" open={typed?.form === 'differ'}>
      <Form action={`${at}/acts/differ`} label="意見を付けて回す">
        <AsShown view={view} />
        <TextArea
          name="difference"
          label="合議の意見"
          hint="決裁する職の画面の上に出ます。"
          required
          rows={3}
          value={typedIn(typed, 'differ', 'difference')}
        />
        <ButtonRow>
          <Button kind="secondary">意見を付けて回す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function SendBackForm({ at, view: { draft, mine }, typed }: ActFormProps) {
  return (
    <Details summary="差し戻す" open={typed?.form === 'send-back' || !mine.mayApprove}>
      <Form action={`${at}/send-back`} label="差し戻す">
        <Hidden name="step" value={mine.step ?? ''} />
        <Radios
          name="toStep"
          label="差戻し先"
          required
          options={placesBefore(draft, 'drafter')}
          value={typedIn(typed, 'send-back', 'toStep') ?? 'drafter'}
        />
        <TextArea name="reason" label="差し戻す理由" required rows={3} value={typedIn(typed, 'send-back', 'reason')} />
        <ButtonRow>
          <Button kind="secondary">差し戻す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

/** The drafter and every place of the route before the one that waits. */
export function placesBefore(draft: Draft, drafter: string): Choice[] {
  const earlier = draft.steps.filter(({ position }) => draft.position !== null && position < draft.position);
  const positions = [...new Set(earlier.map(({ position }) => position))];
  return [
    { value: drafter, label: `起案者（${draft.drafter.name}）` },
    ...positions.map((position) => ({
      value: String(position),
      label: earlier
        .filter((step) => step.position === position)
        .map(({ postName }) => postName)
        .join('・'),
    })),
  ];
}

function RejectionForm({ at, view, typed }: ActFormProps) {
  return (
    <Details summary="却下する" open={typed?.form === 'reject'}>
      <Form action={`${at}/acts/reject`} label="却下する">
        <Hidden name="step" value={view.mine.step ?? ''} />
        <p>起案はここで終わり、押さえていた予算を戻します。直して進められるときは、却下せずに差し戻してください。</p>
        <TextArea
          name="rejectionReason"
          label="却下する理由"
          required
          rows={3}
          value={typedIn(typed, 'reject', 'rejectionReason')}
        />
        <ButtonRow>
          <Button kind="danger">却下する</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function ResubmissionForm({ at, view: { draft, cited }, typed }: ActFormProps) {
  return (
    <Section title="再提出する">
      <Form action={`${at}/resubmission`} label="再提出する">
        <DraftFields
          title={typedIn(typed, 'resubmission', 'title') ?? draft.title}
          reason={typedIn(typed, 'resubmission', 'reason') ?? draft.reason}
          marks={tickedIn(typed, 'resubmission', 'marks') ?? draft.marks}
          carried={draft.carried}
        />
        <TextField
          name="cites"
          label="引用する起案番号"
          hint="前の起案を引用するときだけ入力します。空にすると引用をやめます。"
          value={typedIn(typed, 'resubmission', 'cites') ?? cited?.number}
          size="medium"
        />
        <TextArea
          name="comment"
          label="直したこと"
          hint="決裁者が読みます。"
          rows={2}
          value={typedIn(typed, 'resubmission', 'comment')}
        />
        <ButtonRow>
          <Button>再提出する</Button>
        </ButtonRow>
        <p class="hint">案件のいまの内容で、決裁経路のはじめから回ります。</p>
      </Form>
    </Section>
  );
}

function WithdrawalForm({ at, typed }: ActFormProps) {
  return (
    <Details summary="取り下げる" open={typed?.form === 'withdrawal'}>
      <Form action={`${at}/withdrawal`} label="取り下げる">
        <p>起案をやめ、押さえていた予算を戻します。案件は、あらためて起案できます。</p>
        <TextArea
          name="withdrawalReason"
          label="取り下げる理由"
          required
          rows={2}
          value={typedIn(typed, 'withdrawal', 'withdrawalReason')}
        />
        <ButtonRow>
          <Button kind="danger">取り下げる</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
