import { LONGEST_MOVE_TEXT, type CorrectionGround, type NamedCorrection } from '../../../closing/index.js';
import { formatYen } from '../../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Details,
  Form,
  Hidden,
  messageFor,
  Money,
  Notice,
  Radios,
  Section,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { CORRECTION_STATE, lineInWords } from '../../shared/line-correction-words.js';
import { typedText } from '../../shared/typed-text.js';

interface LineCorrectionProps {
  readonly viewer: Viewer;
  readonly ground: CorrectionGround;
  readonly body: unknown;
}

/** Where the grant stands, where it should stand, and what the section asked for. */
export function LineCorrectionPage(props: LineCorrectionProps) {
  const { viewer, ground, body } = props;
  const { grant, line, paid, obstacle, corrections } = ground;
  const waiting = corrections.find(({ state }) => state === 'ordered');
  return (
    <>
      <p>
        交付決定と支払を、誤った予算科目で行っていたときに使います。この交付決定の負担行為・支出命令・支払・戻入を、反対の記帳で元の科目から除き、正しい科目に記帳します。元の記録は消えません。
      </p>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: grant.programName },
          { label: 'いまの予算科目', value: lineInWords(line) },
          { label: '交付決定の額', value: <Money yen={grant.amountInForce} strong /> },
          { label: '支払済みの額', value: <Money yen={paid} /> },
        ]}
      />
      {waiting ? (
        <Waiting viewer={viewer} correction={waiting} body={body} />
      ) : obstacle ? (
        <Notice tone="info" title="いまは科目更正を求められません">
          <p>{messageFor(obstacle.code, obstacle.params)}</p>
        </Notice>
      ) : (
        <Asking {...props} />
      )}
      {corrections.length > 0 && <Earlier corrections={corrections} />}
    </>
  );
}

function Asking({ viewer, ground: { grant, others }, body }: LineCorrectionProps) {
  if (others.length === 0) {
    return (
      <Notice tone="info" title="同じ年度に、ほかの予算科目がありません">
        <p>正しい予算科目を「予算」で登録してから行います。</p>
      </Notice>
    );
  }
  return (
    <Form action={viewer.url(`staff/grants/${grant.id}/line-correction`)} once={typedText(body, 'requestId') || true}>
      <Radios
        name="toLineId"
        label="正しい予算科目"
        required
        options={others.map((other) => ({
          value: other.id,
          label: `${lineInWords(other)}（残り ${formatYen(other.available)}）`,
        }))}
        value={typedText(body, 'toLineId')}
      />
      <TextArea
        name="reason"
        label="誤りの内容と更正の理由"
        hint="例：事業補助金の科目で支払うものを、運営交付金の科目で支払っていたため。"
        required
        rows={3}
        most={LONGEST_MOVE_TEXT}
        value={typedText(body, 'reason')}
      />
      <TextArea
        name="decision"
        label="決裁の日と番号"
        hint="例：令和9年2月10日決裁 R8-123"
        required
        rows={2}
        most={LONGEST_MOVE_TEXT}
        value={typedText(body, 'decision')}
      />
      <ButtonRow>
        <Button>科目更正を会計に求める</Button>
        <ButtonLink kind="quiet" href={viewer.url(`staff/grants/${grant.id}`)}>
          やめて戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

const Earlier = ({ corrections }: { corrections: readonly NamedCorrection[] }) => (
  <Section title="これまでの科目更正">
    <DataTable
      caption="これまでの科目更正"
      captionHidden
      cards
      empty=""
      rows={corrections}
      columns={[
        { label: '元の科目', cell: ({ fromLine }) => lineInWords(fromLine) },
        { label: '正しい科目', cell: ({ toLine }) => lineInWords(toLine) },
        { label: '求めた人', tight: true, cell: ({ orderedByName }) => orderedByName },
        { label: '答えた人', tight: true, cell: ({ answeredByName }) => answeredByName ?? '' },
        {
          label: '状態',
          cell: ({ state, answer }) => (
            <>
              {CORRECTION_STATE[state]}
              {answer !== '' && <p class="row-remark">{answer}</p>}
            </>
          ),
        },
      ]}
    />
  </Section>
);

const Waiting = ({ viewer, correction, body }: { viewer: Viewer; correction: NamedCorrection; body: unknown }) => (
  <Section title="会計の確認を待っています">
    <CheckAnswers
      answers={[
        { label: '正しい予算科目', value: lineInWords(correction.toLine) },
        { label: '理由', value: correction.reason },
        { label: '決裁の日と番号', value: correction.decision },
        { label: '求めた人', value: correction.orderedByName },
      ]}
    />
    <Details summary="取り下げるとき" open={typedText(body, 'correctionId') === correction.id}>
      <Form action={viewer.url(`staff/grants/${correction.grantId}/line-correction/withdrawal`)}>
        <Hidden name="correctionId" value={correction.id} />
        <TextArea
          name="answer"
          label="取り下げる理由"
          required
          rows={2}
          most={LONGEST_MOVE_TEXT}
          value={typedText(body, 'answer')}
        />
        <ButtonRow>
          <Button kind="danger">科目更正を取り下げる</Button>
        </ButtonRow>
      </Form>
    </Details>
  </Section>
);
