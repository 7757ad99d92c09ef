import { isOpenDisposal, type PropertyLinePage as LineView } from '../../../properties/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Details,
  Form,
  Hidden,
  Notice,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { FreeDisposal } from '../../shared/free-disposal.js';
import { ItemActs, PropertyLine } from '../../shared/property-words.js';
import { typedText } from '../../shared/typed-text.js';

interface LineProps {
  readonly viewer: Viewer;
  readonly view: LineView;
  /** What a refused form held. */
  readonly body: unknown;
}

/** One line of 備品台帳 for its organisation: what stands there, what may be put right, and how it is disposed of. */
export function PropertyLinePage({ viewer, view, body }: LineProps) {
  const { item, acts, disposals, today } = view;
  const path = `committee/properties/${item.id}`;
  const runs = disposals.some(isOpenDisposal);
  const mayChange = item.state === 'held' && !runs;
  const isFree = today > item.restrictedUntil;
  return (
    <>
      <PropertyLine item={item} today={today} />
      {runs && (
        <Notice tone="info" title="この備品の処分を申請しています">
          <p>回答が届くまで、台帳の記載は変えられません。</p>
        </Notice>
      )}
      {mayChange && isFree && <FreeDisposal action={viewer.url(`${path}/free-disposal`)} item={item} body={body} />}
      {mayChange && !isFree && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={viewer.url(`${path}/disposal`)}>
            処分の承認を申請する
          </ButtonLink>
        </ButtonRow>
      )}
      {mayChange && (
        <Details
          summary="品名や置き場所を直す"
          open={typedText(body, 'reason') !== '' || typedText(body, 'name') !== ''}
        >
          <p>前の記載は消えずに残ります。種類・数量・価格・買った日・耐用年数の誤りは、担当課に連絡してください。</p>
          <Form action={viewer.url(`${path}/corrections`)} label="備品台帳の訂正">
            <Hidden name="version" value={String(item.version)} />
            <TextField name="name" label="品名" required value={typedText(body, 'name') || item.name} />
            <TextField
              name="keptAt"
              label="保管している場所"
              required
              value={typedText(body, 'keptAt') || item.keptAt}
            />
            <TextArea
              name="reason"
              label="直す理由"
              hint="例：公民館の建て替えで、倉庫を移したため。"
              required
              rows={2}
              value={typedText(body, 'reason')}
            />
            <ButtonRow>
              <Button>備品台帳を直す</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
      <Section title="訂正と処分の記録">
        <ItemActs acts={acts} empty="訂正や処分の記録はありません。" />
      </Section>
      <ButtonRow>
        <ButtonLink kind="quiet" small href={viewer.url(`committee/grants/${item.grantId}/properties`)}>
          備品台帳に戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
