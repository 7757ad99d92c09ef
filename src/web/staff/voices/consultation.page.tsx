import {
  COMMENT_SOURCES,
  phaseOf,
  SOURCE_LABEL,
  type AskedComments,
  type Consultation,
  type ConsultationDesk,
  type ConsultationPage,
} from '../../../consultations/index.js';
import { hasDuty } from '../../../kernel/actor.js';
import { groupDigits } from '../../../kernel/yen.js';
import { CommentFields } from '../../shared/comment-fields.js';
import { PhaseTag } from '../../shared/consultation-body.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Details,
  Form,
  Notice,
  Radios,
  Section,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { Pages } from '../../shared/pages-of-rows.js';
import { typedText } from '../../shared/typed-text.js';
import { NewDraftFields } from '../draft-fields.js';
import { Groups, SortingForm } from './consultation-groups.js';
import { typedOr } from './typed.js';

/** All consultations of the town. */
export const StaffConsultationsPage = ({
  viewer,
  desk: { lines, today },
}: {
  viewer: Viewer;
  desk: ConsultationDesk;
}) => (
  <>
    {hasDuty(viewer.actor, 'promotion') && (
      <ButtonRow>
        <ButtonLink href={viewer.url('staff/voices/consultations/new')}>意見募集を作る</ButtonLink>
      </ButtonRow>
    )}
    <DataTable
      caption="意見募集"
      captionHidden
      cards
      empty={{ title: '意見募集はまだありません。', body: <p>「意見募集を作る」から、下書きを書き始めます。</p> }}
      rows={lines}
      columns={[
        {
          label: '件名',
          cell: ({ consultation: { id, title } }) => (
            <a href={viewer.url(`staff/voices/consultations/${id}`)}>{title}</a>
          ),
        },
        { label: '始まり', tight: true, cell: ({ consultation }) => <Day date={consultation.opens} /> },
        { label: '終わり', tight: true, cell: ({ consultation }) => <Day date={consultation.closes} /> },
        { label: '意見', align: 'end', cell: ({ comments }) => `${String(comments)}件` },
        { label: '状態', cell: ({ consultation }) => <PhaseTag phase={phaseOf(consultation, today)} /> },
      ]}
    />
  </>
);

interface StaffConsultationProps {
  readonly viewer: Viewer;
  readonly view: ConsultationPage;
  readonly body: unknown;
  readonly asked: AskedComments;
}

/** One consultation: what comes next, its comments by groups, and its result. */
export function StaffConsultationPage(props: StaffConsultationProps) {
  const { viewer, view, asked } = props;
  const { consultation, counts, draft, today } = view;
  const path = `staff/voices/consultations/${consultation.id}`;
  const mayAct = hasDuty(viewer.actor, 'promotion');
  const phase = phaseOf(consultation, today);
  return (
    <>
      <p>
        <PhaseTag phase={phase} />　<Day date={consultation.opens} />
        から
        <Day date={consultation.closes} />
        まで　担当：{view.section.name}
      </p>
      {draft && (
        <Notice tone="info" title="結果の決裁を待っています">
          <p>
            起案 <a href={viewer.url(`staff/approvals/${draft.id}`)}>{draft.number}</a> の決裁が終わると、公表されます。
          </p>
        </Notice>
      )}
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url(`${path}/preview`)}>
          下見をする
        </ButtonLink>
        {consultation.publishedOn !== null && (
          <ButtonLink kind="quiet" href={viewer.url(`consultations/${consultation.id}`)}>
            公開ページを見る
          </ButtonLink>
        )}
        {mayAct && consultation.state === 'draft' && (
          <ButtonLink kind="secondary" href={viewer.url(`${path}/edit`)}>
            下書きを直す
          </ButtonLink>
        )}
        {mayAct && consultation.state === 'open' && (
          <ButtonLink kind="secondary" href={viewer.url(`${path}/comments/new`)}>
            紙・FAXなどで届いた意見を登録する
          </ButtonLink>
        )}
      </ButtonRow>
      {mayAct && consultation.state === 'draft' && (
        <Form action={viewer.url(`${path}/publication`)} version={consultation.version} label="公開">
          <p>公開すると、内容は直せません。募集の期間は延ばせます。文書：{view.files.length}件</p>
          <ButtonRow>
            <Button>公開する</Button>
          </ButtonRow>
        </Form>
      )}
      <Section title={`届いた意見（${groupDigits(counts.all)}件）`}>
        {mayAct && counts.all > 0 && (
          <ButtonRow>
            <ButtonLink kind="quiet" href={viewer.url(`${path}/comments.xlsx`)} download>
              Excelで受け取る
            </ButtonLink>
            <ButtonLink kind="quiet" href={viewer.url(`${path}/comments.csv`)} download>
              CSVで受け取る
            </ButtonLink>
          </ButtonRow>
        )}
        {counts.loose > 0 && counts.loose < counts.all && (
          <p>
            {asked.loose ? (
              <a href={viewer.url(path)}>すべての意見を見る</a>
            ) : (
              <a href={viewer.url(path, { loose: '1' })}>
                まとまりに入っていない意見だけを見る（{groupDigits(counts.loose)}件）
              </a>
            )}
          </p>
        )}
        <SortingForm {...props} />
        <Pages
          viewer={viewer}
          path={path}
          part={asked.part}
          total={asked.loose ? counts.loose : counts.all}
          query={asked.loose ? { loose: '1' } : {}}
          label="届いた意見のページの移動"
        />
      </Section>
      <Groups {...props} />
      {mayAct && consultation.state === 'open' && phase === 'closed' && <Decision {...props} />}
      {mayAct && (consultation.state === 'open' || consultation.state === 'draft') && <Changes {...props} />}
    </>
  );
}

function Decision({ viewer, view: { consultation, byDraft }, body }: StaffConsultationProps) {
  const path = `staff/voices/consultations/${consultation.id}`;
  return (
    <>
      <Section title="結果の初めの文">
        <Form action={viewer.url(`${path}/note`)} label="結果の初めの文">
          <TextArea
            name="resultNote"
            label="結果の初めの文"
            rows={3}
            value={typedOr(body, 'resultNote', consultation.resultNote)}
          />
          <ButtonRow>
            <Button kind="secondary">初めの文を保存する</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section title={byDraft ? '結果を起案する' : '結果を公表する'}>
        <p>意見の数、まとまりごとの要旨と考え方が、氏名なしで公表されます。</p>
        <Form
          action={viewer.url(`${path}/${byDraft ? 'draft' : 'result'}`)}
          version={consultation.version}
          label={byDraft ? '結果の起案' : '結果の公表'}
        >
          {byDraft && (
            <NewDraftFields
              title={`「${consultation.title}」への意見募集の結果について`}
              reason="いただいた意見への考え方をまとめたので、案のとおり公表してよろしいか伺います。"
              sent={typedText(body, 'reason') === '' ? {} : body}
            />
          )}
          <ButtonRow>
            <Button>{byDraft ? '結果を起案する' : '結果を公表する'}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

const Changes = ({ viewer, view: { consultation }, body }: StaffConsultationProps) => (
  <Details
    summary="期間の延長・取りやめ"
    open={typedText(body, 'until') !== '' || typedText(body, 'withdrawalReason') !== ''}
  >
    {consultation.state === 'open' && (
      <Form
        action={viewer.url(`staff/voices/consultations/${consultation.id}/extension`)}
        version={consultation.version}
        label="期間の延長"
      >
        <DateField name="until" label="新しい終わりの日" required value={typedText(body, 'until')} />
        <TextArea
          name="extensionReason"
          label="延長する理由"
          required
          rows={2}
          value={typedText(body, 'extensionReason')}
        />
        <ButtonRow>
          <Button kind="secondary">期間を延ばす</Button>
        </ButtonRow>
      </Form>
    )}
    <Form
      action={viewer.url(`staff/voices/consultations/${consultation.id}/withdrawal`)}
      version={consultation.version}
      label="取りやめ"
    >
      <TextArea
        name="withdrawalReason"
        label="取りやめる理由"
        rows={2}
        required={consultation.publishedOn !== null}
        value={typedText(body, 'withdrawalReason')}
      />
      <ButtonRow>
        <Button kind="danger">意見募集を取りやめる</Button>
      </ButtonRow>
    </Form>
  </Details>
);

interface PaperCommentProps {
  readonly viewer: Viewer;
  readonly consultation: Consultation;
  readonly requestId: string;
  readonly typed: unknown;
}

/** A comment that came on paper, by fax, by mail or at the counter. */
export const PaperCommentPage = ({ viewer, consultation, requestId, typed }: PaperCommentProps) => (
  <Form action={viewer.url(`staff/voices/consultations/${consultation.id}/comments/new`)} once={requestId}>
    <Radios
      name="source"
      label="届き方"
      required
      value={typedText(typed, 'source')}
      options={COMMENT_SOURCES.filter((each) => each !== 'online').map((each) => ({
        value: each,
        label: SOURCE_LABEL[each],
      }))}
    />
    <DateField name="receivedOn" label="届いた日" required value={typedText(typed, 'receivedOn')} />
    <CommentFields consultation={consultation} typed={typed} onPaper />
    <ButtonRow>
      <Button>登録する</Button>
    </ButtonRow>
  </Form>
);
