import { deliveryOf, isOverdue, isPublished, type LetterPage } from '../../../consultations/index.js';
import { lettersTitle } from '../../shared/head-words.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Details,
  Form,
  Notice,
  Prose,
  Section,
  Select,
  StatusTag,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { NewDraftFields } from '../draft-fields.js';
import { AnswerForm } from './letter-answer.js';
import { LetterTag } from './letters.page.js';
import { typedOr } from './typed.js';

interface StaffLetterProps {
  readonly viewer: Viewer;
  readonly view: LetterPage;
  /** What was typed into a form that was refused. */
  readonly body: unknown;
}

/** One letter: who wrote (for promotion staff), who sees to it, its answer, and what of it is published. */
export function StaffLetterPage(props: StaffLetterProps) {
  const { viewer, view } = props;
  const { letter, draft, mayAct, mayWrite } = view;
  const closable = letter.state === 'unread' || letter.state === 'considering';
  const isOpen = letter.state !== 'answered' && letter.state !== 'no-answer';
  return (
    <>
      <p>
        <LetterTag state={letter.state} />
        {isOverdue(letter, view.today) && (
          <>
            {' '}
            <StatusTag tone="danger">{letter.wantsAnswer ? '回答の期限' : '読む期限'}を過ぎています</StatusTag>
          </>
        )}
      </p>
      {draft && (
        <Notice tone="info" title="回答の決裁を待っています">
          <p>
            起案 <a href={viewer.url(`staff/approvals/${draft.id}`)}>{draft.number}</a>{' '}
            の決裁が終わると、回答したことになります。差し戻されたときは、ここで回答の案を直してから再提出してください。
          </p>
        </Notice>
      )}
      <LetterFacts view={view} />
      {mayAct && closable && !letter.wantsAnswer && <Reading viewer={viewer} view={view} />}
      {mayAct && (isOpen || letter.state === 'no-answer') && letter.state !== 'deciding' && <Charge {...props} />}
      {isOpen && letter.state !== 'unread' && mayWrite && <AnswerForm {...props} />}
      {letter.state === 'considering' && mayAct && letter.answer !== '' && <Decision {...props} />}
      {mayAct && closable && letter.wantsAnswer && <Closing {...props} />}
      {letter.state === 'answered' && <Given {...props} />}
      {letter.state === 'no-answer' && letter.closingReason !== '' && (
        <Section title="回答しない理由">
          <Prose text={letter.closingReason} />
        </Section>
      )}
      {letter.state === 'no-answer' && letter.closingReason === '' && (
        <p>
          <Day date={letter.closedOn} />
          に読みました。
        </p>
      )}
    </>
  );
}

function LetterFacts({ view: { letter, inCharge, mayAct, settings } }: { view: LetterPage }) {
  const erased = letter.erasedOn !== null;
  const kept = (value: string | null): string => value ?? (erased ? '（消去しました）' : '（書かれていません）');
  return (
    <Section title="手紙">
      <CheckAnswers
        answers={[
          { label: '届いた日', value: <Day date={letter.receivedOn} /> },
          {
            label: '届き方',
            value: letter.source === 'paper' ? `紙（${letter.enteredBy ?? ''}が登録）` : '公開ページ',
          },
          { label: '分野', value: letter.topic },
          { label: '手紙の内容', value: <Prose text={letter.body} /> },
          { label: '回答', value: letter.wantsAnswer ? '回答がほしい' : '回答はいらない' },
          { label: '公表', value: letter.mayPublish ? '公表してもよい' : '公表しないでほしい' },
          { label: '担当', value: inCharge || '決まっていません' },
          { label: letter.wantsAnswer ? '回答の期限' : '読む期限', value: <Day date={letter.dueOn} /> },
          ...(mayAct
            ? [
                { label: '氏名', value: kept(letter.name) },
                { label: 'メールアドレス', value: kept(letter.mail) },
                { label: '住所', value: kept(letter.address) },
              ]
            : []),
        ]}
      />
      {mayAct && !erased && (
        <p class="hint">
          氏名と連絡先は、推進の担当だけに見えます。終わってから{settings.retentionDays}日たつと、自動で消えます。
        </p>
      )}
    </Section>
  );
}

const Charge = ({ viewer, view: { letter, sections, people }, body }: StaffLetterProps) => (
  <Section title={letter.state === 'no-answer' ? 'もう一度検討する' : '担当を決める'}>
    <Form action={viewer.url(`staff/voices/letters/${letter.id}/charge`)} version={letter.version} label="担当を決める">
      <Select
        name="sectionId"
        label="担当の課"
        required
        value={typedOr(body, 'sectionId', letter.sectionId ?? '')}
        options={sections.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="staffId"
        label="担当者"
        prompt="決めない"
        hint="担当者は、推進の担当でなくても、回答の案を書けます。"
        value={typedOr(body, 'staffId', letter.staffId ?? '')}
        options={people.map(({ id, name, post }) => ({ value: id, label: `${name}（${post}）` }))}
      />
      <ButtonRow>
        <Button kind="secondary">{letter.state === 'considering' ? '担当を替える' : '担当を決めて検討を始める'}</Button>
      </ButtonRow>
    </Form>
  </Section>
);

function Decision({ viewer, view: { letter, byDraft }, body }: StaffLetterProps) {
  const path = `staff/voices/letters/${letter.id}`;
  if (!byDraft) {
    return (
      <Section title="回答する">
        <p>保存した案のとおりに回答します。あとから直すことはできません。</p>
        <Form action={viewer.url(`${path}/given`)} version={letter.version} label="回答する">
          <ButtonRow>
            <Button>この案で回答する</Button>
          </ButtonRow>
        </Form>
      </Section>
    );
  }
  return (
    <Section title="回答を起案する">
      <p>保存した案を起案します。決裁が終わると、回答したことになります。</p>
      <Form action={viewer.url(`${path}/draft`)} version={letter.version} label="回答の起案">
        <NewDraftFields
          title={`${lettersTitle(viewer.town)}「${letter.subject}」への回答について`}
          reason="いただいた手紙に、案のとおり回答してよろしいか伺います。"
          sent={body}
        />
        <ButtonRow>
          <Button>回答を起案する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

const Reading = ({ viewer, view: { letter } }: { viewer: Viewer; view: LetterPage }) => (
  <Form action={viewer.url(`staff/voices/letters/${letter.id}/reading`)} version={letter.version} label="読んだ記録">
    <p>
      差出人は回答を希望していません。読んだことを記録すると、この手紙は終わり、差出人のページに「読みました」と出ます。
    </p>
    <ButtonRow>
      <Button>読みました</Button>
    </ButtonRow>
  </Form>
);

const Closing = ({ viewer, view: { letter }, body }: StaffLetterProps) => (
  <Section title="回答不要とする">
    <Form
      action={viewer.url(`staff/voices/letters/${letter.id}/closing`)}
      version={letter.version}
      label="回答不要とする"
    >
      <TextArea
        name="closingReason"
        label="回答しない理由"
        required
        rows={3}
        hint="差出人も、控えのコードでこの理由を読めます。"
        value={typedOr(body, 'closingReason', '')}
      />
      <ButtonRow>
        <Button kind="secondary">回答不要とする</Button>
      </ButtonRow>
    </Form>
  </Section>
);

const DELIVERED = { mail: 'メールで送りました', post: '郵便で発送しました', code: 'コードで読めます' } as const;

function Given({ viewer, view: { letter, mayAct }, body }: StaffLetterProps) {
  const path = `staff/voices/letters/${letter.id}`;
  const byPost = deliveryOf(letter) === 'post' && letter.deliveredOn === null;
  return (
    <>
      <Section title="回答">
        <Prose text={letter.answer} />
        <CheckAnswers
          answers={[
            { label: '回答した日', value: <Day date={letter.closedOn} /> },
            {
              label: '送り方',
              value: letter.deliveredBy ? (
                <>
                  {DELIVERED[letter.deliveredBy]}（<Day date={letter.deliveredOn} />）
                </>
              ) : (
                '差出人は、控えのコードで読めます'
              ),
            },
            { label: '公表', value: isPublished(letter) ? '公開ページに載っています' : '公開ページに載っていません' },
            ...(letter.takenDownReason === ''
              ? []
              : [{ label: '公表をやめた理由', value: <Prose text={letter.takenDownReason} /> }]),
          ]}
        />
        <ButtonRow>
          {mayAct && (
            <ButtonLink kind="secondary" href={viewer.url(`${path}/paper`)}>
              回答を印刷する
            </ButtonLink>
          )}
          {isPublished(letter) && (
            <ButtonLink kind="quiet" href={viewer.url(`mayor-letters/${letter.id}`)}>
              公開ページを見る
            </ButtonLink>
          )}
        </ButtonRow>
      </Section>
      {mayAct && byPost && (
        <Form action={viewer.url(`${path}/posting`)} version={letter.version} label="発送の記録">
          <p>郵便で送る回答です。印刷して発送したら記録してください。</p>
          <ButtonRow>
            <Button>今日発送したことを記録する</Button>
          </ButtonRow>
        </Form>
      )}
      {mayAct && isPublished(letter) && (
        <Details summary="公表をやめる" open={body !== undefined}>
          <Form action={viewer.url(`${path}/taking-down`)} version={letter.version} label="公表の取りやめ">
            <p>個人が分かるなどの申し出があったときに、公開ページから外します。もう一度載せることはできません。</p>
            <TextArea
              name="takenDownReason"
              label="公表をやめる理由"
              hint="住民には示しません。職員の画面と操作の記録に残ります。"
              required
              rows={2}
              value={typedText(body, 'takenDownReason')}
            />
            <ButtonRow>
              <Button kind="danger">公表をやめる</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </>
  );
}
