import { askedIn, sectionNamed, type FormSection } from '../../../forms/index.js';
import type { Fault } from '../../../kernel/domain-error.js';
import { formatEra } from '../../../kernel/local-date.js';
import { numberInWords, type ProposalDraft, type TypedBasics } from '../../../proposals/index.js';
import { Button, ButtonLink, ButtonRow } from '../buttons.js';
import { CodeGroups } from '../code-groups.js';
import { Checkbox } from '../fields.js';
import { Notice, Steps } from '../feedback.js';
import { Form } from '../forms.js';
import { FileItem, type FileAccess } from '../kept-files.js';
import { TaskList } from '../lists.js';
import { messageFor } from '../messages/index.js';
import { QuestionFiles } from '../sections/question-files.js';
import { Questions } from '../sections/question-block.js';
import { SectionFrame, StayButton } from '../sections/section-frame.js';
import { Details, Figure, FigureRow, Section } from '../structure.js';
import { Moment, Prose, VisuallyHidden } from '../values.js';
import type { Viewer } from '../viewer.js';
import { BasicsFields } from './basics-fields.js';
import { ProposalCourse } from './proposal-course.js';
import { ProposalContent } from './proposal-content.js';
import { periodInWords, ProposalStateTag } from './proposal-words.js';

export interface DraftPageProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  /** Addresses of this proposal at the viewer's desk: `at('form/plan')`. */
  readonly at: (path?: string) => string;
  readonly access: FileAccess;
}

interface CodeProps {
  readonly code: string;
  /** The address at which the code is typed. */
  readonly link: string;
  /** Where the device forgets the code. */
  readonly closing: string;
}

const sectionFaults = (draft: ProposalDraft, { questions }: FormSection): readonly Fault[] =>
  draft.faults.filter(({ pointer }) =>
    questions.some(({ id }) => pointer === `form.${id}` || pointer.startsWith(`form.${id}.`)),
  );

/** The code to be noted: it is the only way back for who has no account. */
const CodeToKeep = ({ code, link, closing }: CodeProps) => (
  <section class="section" aria-label="控えのコード">
    <FigureRow>
      <Figure label="控えのコード">
        <CodeGroups code={code} />
      </Figure>
    </FigureRow>
    <p>
      このコードがあれば、別の日でも、別のスマートフォンやパソコンからでも、この提案の続きを書いたり、状態を見たりできます。紙に書くか、この画面を印刷して、取っておいてください。ほかの人には見せないでください。
    </p>
    <p class="break-anywhere">
      続きを開くアドレス：<a href={link}>{link}</a>（開いた画面で、このコードを入力します）
    </p>
    <Form action={closing}>
      <ButtonRow>
        <Button kind="quiet">この端末での表示を閉じる</Button>
      </ButtonRow>
    </Form>
  </section>
);

/** A draft's parts and what is still missing. */
export function TasksPage({ draft, at, kept }: DraftPageProps & { kept: CodeProps | null }) {
  const { call, faults, standing } = draft;
  return (
    <>
      {standing !== 'open' && draft.proposal.paperReceivedOn === null && (
        <Notice tone="warning" title="受付の期間ではないため、いまは提出できません">
          <p>受付：{periodInWords(call)}</p>
        </Notice>
      )}
      {draft.proposal.codeMailFailedAt && (
        <Notice tone="warning" title="控えのコードのメールは、送れませんでした">
          <p>下に出ている控えのコードを、必ず書き写してください。メールアドレスは「提案と提案者」で確かめられます。</p>
        </Notice>
      )}
      <Section title="書くところ">
        <TaskList
          tasks={[
            { label: '提案と提案者', href: at('basics'), status: '入力済み', tone: 'success' },
            ...call.form.map((form) => {
              const missing = sectionFaults(draft, form).length;
              return {
                label: form.title,
                href: at(`form/${form.id}`),
                status: missing === 0 ? '入力済み' : `あと${String(missing)}か所`,
                tone: missing === 0 ? ('success' as const) : ('neutral' as const),
              };
            }),
          ]}
        />
        <p>書いたところは、「保存」を押すと残ります。受付の終わりは{formatEra(call.closes)}です。</p>
        {draft.deletedAfter && (
          <p>
            このまま提出しないときは、書いた内容とお名前・連絡先を、{formatEra(draft.deletedAfter)}
            を過ぎると自動で消します。保存すると、その日は先に延びます。
          </p>
        )}
        <ButtonRow>
          <ButtonLink href={at('check')} kind={faults.length === 0 ? 'primary' : 'secondary'}>
            確かめて提出する
          </ButtonLink>
        </ButtonRow>
      </Section>
      {kept && <CodeToKeep {...kept} />}
      <Details summary="この提案をやめる">
        <WithdrawalForm at={at} draft={draft} />
      </Details>
    </>
  );
}

/** Name, field and proposer once more. */
export const BasicsPage = ({ viewer, draft, at, typed }: DraftPageProps & { typed: TypedBasics }) => (
  <Form action={at('basics')} version={draft.proposal.version}>
    <BasicsFields
      call={draft.call}
      typed={typed}
      organization={viewer.actor.kind === 'officer' ? draft.proposal.proposer.name : undefined}
      openly={draft.proposal.organizationId === null && draft.proposal.paperReceivedOn === null}
    />
    <ButtonRow>
      <Button>保存する</Button>
      <ButtonLink kind="secondary" href={at()}>
        保存しないで戻る
      </ButtonLink>
    </ButtonRow>
  </Form>
);

interface SectionPageProps extends DraftPageProps {
  readonly form: FormSection;
  readonly more?: string | undefined;
}

/** A section of the call's questions, saved as typed, also by the autosave. */
export function SectionPage({ viewer, draft, at, access, form, more }: SectionPageProps) {
  const section = sectionNamed(draft.sections, form.id);
  const steps = draft.call.form;
  return (
    <>
      <Steps current={steps.indexOf(form) + 2} total={steps.length + 2} label={form.title} />
      <SectionFrame
        action={at(`form/${form.id}`)}
        section={section}
        writer={viewer.actor.name}
        upload={form.questions.some(({ kind }) => kind === 'file')}
      >
        <Questions
          form={form}
          section={section}
          asked={askedIn(draft.call.form, draft.sections)}
          more={more}
          files={(question) => (
            <QuestionFiles question={question}>
              <AddedFiles draft={draft} access={access} question={question.id} label={question.label} />
            </QuestionFiles>
          )}
        />
      </SectionFrame>
    </>
  );
}

type AddedFilesProps = Pick<DraftPageProps, 'draft' | 'access'> & { question: string; label: string };

function AddedFiles({ draft, access, question, label }: AddedFilesProps) {
  const added = draft.files.filter(({ kind }) => kind === question);
  if (added.length === 0) return null;
  return (
    <div role="group" aria-label={`添えた書類（${label}）`}>
      <ul class="added-files">
        {added.map((file) => (
          <li key={file.id}>
            <FileItem file={file} access={access}>
              <StayButton act={`remove-file:${file.id}`} place={`form[${question}]`}>
                外す<VisuallyHidden>：{file.name}</VisuallyHidden>
              </StayButton>
            </FileItem>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Everything that will be sent, once more; the button stands there only when nothing is missing. */
export function CheckPage({ viewer, draft, at, access }: DraftPageProps) {
  const { call, faults, proposal } = draft;
  const steps = call.form.length + 2;
  const paper = proposal.paperReceivedOn !== null;
  return (
    <>
      <Steps current={steps} total={steps} label={paper ? '確かめて受付' : '確かめて提出'} />
      {faults.length > 0 && (
        <Notice tone="warning" title="まだ入力が足りないところがあります">
          <ul>
            {call.form.flatMap((form) =>
              sectionFaults(draft, form).map(({ pointer, code, params }) => (
                <li key={pointer}>
                  <a href={at(`form/${form.id}`)}>{messageFor(code, params)}</a>
                </li>
              )),
            )}
          </ul>
        </Notice>
      )}
      <ProposalContent
        {...{ call, proposal, answers: draft.answers, files: draft.files, access }}
        changeHref={(section) => at(section === null ? 'basics' : `form/${section}`)}
      />
      {faults.length === 0 && (
        <Section title={paper ? '受付' : '提出'}>
          <p>
            {paper
              ? '紙と見比べてください。受け付けると提案の番号が付き、内容は変えられなくなります。'
              : `提出すると、${viewer.town.name}に届きます。提出したあとは内容を変えられません。`}
          </p>
          <Form action={at('submission')}>
            <ButtonRow>
              <Button>{paper ? 'この内容で受け付ける' : 'この内容で提出する'}</Button>
              <ButtonLink kind="secondary" href={at()}>
                戻る
              </ButtonLink>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

/** The receipt, and from then on the page that says how it stands; it is printed as it is. */
export function SentPage({ draft, at, access, kept }: DraftPageProps & { kept: CodeProps | null }) {
  const { call, proposal, section } = draft;
  return (
    <>
      <FigureRow>
        <Figure label="提案の番号">{numberInWords(proposal.number)}</Figure>
        <Figure label="いまの状態">
          <ProposalStateTag state={proposal.state} />
        </Figure>
      </FigureRow>
      <p>
        募集：{call.title}
        {proposal.submittedAt && (
          <>
            {' '}
            ／ 提出：
            <Moment at={proposal.submittedAt} />
          </>
        )}
        {proposal.paperReceivedOn && <> ／ 紙で受付（収受日：{formatEra(proposal.paperReceivedOn)}）</>}
      </p>
      {proposal.state === 'withdrawn' ? (
        <Notice tone="info" title="この提案は取り下げました">
          <p>検討の対象から外れています。受付の期間なら、新しく提案できます。</p>
        </Notice>
      ) : (
        <Section title="このあとの流れ">
          <Prose text={call.afterwards} />
        </Section>
      )}
      <ProposalCourse draft={draft} />
      {kept && <CodeToKeep {...kept} />}
      {kept && (
        <p>
          {proposal.erasedOn
            ? `連絡先と、公表しないお名前は、保存の期間が過ぎたため、${formatEra(proposal.erasedOn)}に消しました。`
            : `連絡先と、公表しないお名前は、結果が決まってから${String(draft.contactDays)}日を過ぎると消します。`}
        </p>
      )}
      <Section title="お問い合わせ">
        <p>
          {section.name}
          {section.unit && ` ${section.unit}`}（電話 {section.phone}）
        </p>
      </Section>
      <Section title="提出した内容">
        <ProposalContent {...{ call, proposal, answers: draft.answers, files: draft.files, access }} level={3} />
      </Section>
      {(proposal.state === 'submitted' || proposal.state === 'relevant') && (
        <Details summary="この提案を取り下げる">
          <WithdrawalForm at={at} draft={draft} />
        </Details>
      )}
    </>
  );
}

/** Asked once, and says what will happen. */
const WithdrawalForm = ({ at, draft }: Pick<DraftPageProps, 'at' | 'draft'>) => (
  <Form action={at('withdrawal')}>
    <p>
      {draft.proposal.number === null
        ? 'やめると、書いた内容はもう開けなくなります。'
        : '取り下げると、検討の対象から外れます。元に戻すことはできません。'}
    </p>
    <Checkbox name="confirmed" value="yes" label="内容を確かめ、取り下げることを決めました" required />
    <ButtonRow>
      <Button kind="danger">取り下げる</Button>
    </ButtonRow>
  </Form>
);
