import { LONGEST_COMMENT, LONGEST_SAID, type MeetingView } from '../../panels/index.js';
import { Button, ButtonRow, CheckAnswers, Details, Form, Prose, Section, TextArea } from '../shared/index.js';
import { typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { MeetingActs, MeetingHead, type MeetingPageProps } from './panel-meeting-parts.js';

/** 議事 and 講評: written while it meets, final with the confirmation. */
export function RecordPage(props: MeetingPageProps) {
  const { view, mayAct } = props;
  return (
    <>
      <MeetingHead {...props} here="record" />
      <Attendance view={view} />
      {mayAct && view.meeting.state !== 'confirmed' ? <RecordForm {...props} /> : <WrittenRecord view={view} />}
      <MeetingActs acts={view.acts} />
    </>
  );
}

function Attendance({ view: { meeting, members } }: { view: MeetingView }) {
  const names = (absent: boolean): string =>
    members
      .filter(({ staffId }) => meeting.absent.includes(staffId) === absent)
      .map(({ name }) => name)
      .join('、') || 'なし';
  if (meeting.state === 'scoring') return <p>出席と欠席は、採点を締め切るときに決まります。</p>;
  return (
    <CheckAnswers
      answers={[
        { label: '出席した委員', value: names(false) },
        { label: '欠席した委員', value: names(true) },
      ]}
    />
  );
}

function RecordForm({ viewer, view, typed }: MeetingPageProps) {
  const { meeting, cases, outcomes } = view;
  const path = `staff/panel-meetings/${meeting.id}`;
  const comments = typedTexts(typed, 'comments');
  const isTyped = typed !== undefined;
  const [talk, questions] = [typedTexts(typed, 'talk'), typedTexts(typed, 'questions')];
  const isProposals = cases.every(({ subject }) => subject.kind === 'proposal');
  return (
    <Form
      action={viewer.url(`${path}/record`)}
      version={meeting.version}
      autosave={viewer.url(`${path}/record`)}
      label="議事と講評"
    >
      <TextArea
        name="minutes"
        label="議事"
        hint="話し合ったことと、決めたことを書きます。"
        required
        rows={10}
        value={isTyped ? typedText(typed, 'minutes') : meeting.minutes}
      />
      <Section title={meeting.presentation ? '発表・質疑と講評' : '講評'}>
        <p>
          {isProposals
            ? '講評は、提案の結果が決まったあとに、提案者が読みます。発表の要点と質疑は、提案者には示しません。'
            : '講評は、決定の通知書を送ったあとに、申請した団体が読みます。'}
        </p>
        {cases.map(({ id, title, organizationName, comment, ...said }) => (
          <div key={id}>
            {meeting.presentation && (
              <>
                <TextArea
                  name={`talk[${id}]`}
                  label={`「${title}」の発表の要点`}
                  hint="提案書にないことがあれば書きます。"
                  rows={3}
                  most={LONGEST_SAID}
                  value={isTyped ? talk[id] : said.talk}
                />
                <TextArea
                  name={`questions[${id}]`}
                  label={`「${title}」の質疑`}
                  hint="質問と答えを、聞いた順に書きます。採択の決裁の資料に載ります。"
                  required
                  rows={5}
                  most={LONGEST_SAID}
                  value={isTyped ? questions[id] : said.questions}
                />
              </>
            )}
            <TextArea
              name={`comments[${id}]`}
              label={`「${title}」への講評`}
              hint={title === organizationName ? undefined : organizationName}
              required
              rows={3}
              most={LONGEST_COMMENT}
              value={isTyped ? comments[id] : comment}
            />
            <MembersComments view={view} outcome={outcomes.find(({ item }) => item.id === id)} />
          </div>
        ))}
      </Section>
      <ButtonRow>
        {meeting.state === 'closed' && <Button formAction={viewer.url(`${path}/confirmation`)}>結果を確定する</Button>}
        <Button kind="secondary">保存する</Button>
      </ButtonRow>
      {meeting.state === 'closed' ? (
        <p class="hint">確定すると、点数も順位も講評も変えられません。</p>
      ) : (
        <p class="hint">採点を締め切ると、結果を確定できます。</p>
      )}
    </Form>
  );
}

/** What the members wrote, to draw on. */
function MembersComments({
  view: { members },
  outcome,
}: {
  view: MeetingView;
  outcome: MeetingView['outcomes'][number] | undefined;
}) {
  if (!outcome) return null;
  const { item, sheets, recused } = outcome;
  const written = sheets
    .filter(({ staffId }) => !recused.includes(staffId))
    .map(({ staffId, remarks, overall }) => ({
      name: members.find((member) => member.staffId === staffId)?.name ?? '',
      texts: [
        ...item.rubric.criteria.flatMap(({ id, label }) =>
          remarks[id] === undefined ? [] : [`${label}：${remarks[id]}`],
        ),
        ...(overall === '' ? [] : [overall]),
      ],
    }))
    .filter(({ texts }) => texts.length > 0);
  if (written.length === 0) return null;
  return (
    <Details summary={`「${item.title}」への委員のコメント`}>
      <CheckAnswers
        answers={written.map(({ name, texts }) => ({ label: name, value: <Prose text={texts.join('\n')} /> }))}
      />
    </Details>
  );
}

function WrittenRecord({ view: { meeting, cases } }: { view: MeetingView }) {
  return (
    <>
      <Section title="議事">
        <Prose text={meeting.minutes === '' ? '（まだ書かれていません）' : meeting.minutes} />
      </Section>
      {meeting.presentation && (
        <Section title="発表と質疑">
          {cases.map(({ id, title, talk, questions }) => (
            <div key={id}>
              <h3>{title}</h3>
              <CheckAnswers
                answers={[
                  ...(talk === '' ? [] : [{ label: '発表の要点', value: <Prose text={talk} /> }]),
                  { label: '質疑', value: <Prose text={questions || '（まだ書かれていません）'} /> },
                ]}
              />
            </div>
          ))}
        </Section>
      )}
      <Section title="講評">
        <CheckAnswers
          answers={cases.map(({ title, organizationName, comment }) => ({
            label: title === organizationName ? title : `${title}（${organizationName}）`,
            value: <Prose text={comment === '' ? '（まだ書かれていません）' : comment} />,
          }))}
        />
      </Section>
    </>
  );
}
