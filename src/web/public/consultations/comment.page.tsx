import type { CommentContent, Consultation, OwnComment, PublicConsultation } from '../../../consultations/index.js';
import { phaseOf } from '../../../consultations/index.js';
import { CommentFields } from '../../shared/comment-fields.js';
import { PhaseTag } from '../../shared/consultation-body.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Day,
  Details,
  Form,
  Hidden,
  Prose,
  RobotTrap,
  Section,
  Steps,
  type Viewer,
} from '../../shared/index.js';
import { LeaveForm, ReturnCodeNotice } from '../../shared/return-code.js';

interface NewCommentProps {
  readonly viewer: Viewer;
  readonly view: PublicConsultation;
  readonly requestId: string;
  readonly typed: unknown;
}

/** The form of a comment. */
export const NewCommentPage = ({ viewer, view, requestId, typed }: NewCommentProps) => (
  <>
    <Steps current={1} total={2} label="意見を書く" />
    <Form action={viewer.url(`consultations/${view.consultation.id}/comments/new`)} once={requestId}>
      <CommentFields consultation={view.consultation} typed={typed} />
      <RobotTrap />
      <Details summary={view.consultation.addressRule === 'none' ? '氏名の取扱い' : '氏名や住所の取扱い'}>
        <p>
          {view.consultation.addressRule === 'none' ? '氏名' : '氏名と住所'}
          は、担当する職員だけが見ます。公表することはありません。意見募集が終わってから{view.retentionDays}
          日たつと、自動で消します。
        </p>
      </Details>
      <ButtonRow>
        <Button name="step" value="check">
          内容を確かめる
        </Button>
      </ButtonRow>
    </Form>
  </>
);

interface CheckCommentProps {
  readonly viewer: Viewer;
  readonly consultation: Consultation;
  readonly requestId: string;
  readonly content: CommentContent;
}

/** What was written, read once more before it is sent. */
export const CheckCommentPage = ({ viewer, consultation, requestId, content }: CheckCommentProps) => (
  <>
    <Steps current={2} total={2} label="内容を確かめて送る" />
    <p>まだ送られていません。内容を確かめて、「この内容で送る」を押してください。</p>
    <CheckAnswers
      answers={[
        { label: '案のどこへの意見か', value: content.part || '全体' },
        { label: '意見', value: <Prose text={content.body} /> },
        {
          label: '公表',
          value: content.mayPublish ? '公表してもよい（氏名や住所は載りません）' : '公表しないでほしい',
        },
        ...(consultation.nameRule === 'none' ? [] : [{ label: '氏名', value: content.name || '（書いていません）' }]),
        ...(consultation.addressRule === 'none'
          ? []
          : [{ label: '住所', value: content.address || '（書いていません）' }]),
      ]}
    />
    <Form action={viewer.url(`consultations/${consultation.id}/comments/new`)} once={requestId} label="意見を送る">
      {(['part', 'body', 'name', 'address'] as const).map((name) => (
        <Hidden name={name} value={content[name]} key={name} />
      ))}
      <Hidden name="mayPublish" value={content.mayPublish ? 'yes' : 'no'} />
      <ButtonRow>
        <Button name="step" value="send">
          この内容で送る
        </Button>
        <Button kind="secondary" name="step" value="edit">
          書き直す
        </Button>
      </ButtonRow>
    </Form>
  </>
);

/** Receipt and what became of it: right after sending, and by the code. */
export const OwnCommentPage = ({ viewer, own, code }: { viewer: Viewer; own: OwnComment; code: string }) => (
  <>
    <ReturnCodeNotice number={String(own.comment.number)} code={code} />
    <Section title="意見募集">
      <p>
        <a href={viewer.url(`consultations/${own.consultation.id}`)}>{own.consultation.title}</a>{' '}
        <PhaseTag phase={phaseOf(own.consultation, own.today)} />
      </p>
      <p>一人ひとりへの回答はしませんが、いただいた意見と考え方を、まとめて公表します。</p>
    </Section>
    <Section title="送った意見">
      <CheckAnswers
        answers={[
          { label: '届いた日', value: <Day date={own.comment.receivedOn} /> },
          { label: '案のどこへの意見か', value: own.comment.part || '全体' },
          { label: '意見', value: <Prose text={own.comment.body} /> },
          { label: '公表', value: own.comment.mayPublish ? '公表してもよい' : '公表しないでほしい' },
        ]}
      />
    </Section>
    <LeaveForm action={viewer.url('consultations/leave')} />
  </>
);
