import {
  WITHHELD_KIND_LABELS,
  type GrantDisclosure,
  type ShownItem,
  type Withholding,
} from '../../../../disclosure/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Details,
  EmptyState,
  Form,
  Hidden,
  Moment,
  Prose,
  Section,
  TextArea,
  VisuallyHidden,
  type Viewer,
} from '../../../shared/index.js';
import { typedText } from '../../../shared/typed-text.js';

interface Props {
  readonly viewer: Viewer;
  readonly disclosure: GrantDisclosure;
  readonly body: unknown;
}

/** What of a grant everyone reads, item by item, with the way to take each off; and what was taken off before. */
export function GrantDisclosurePage({ viewer, disclosure: { grant, shown, withheld }, body }: Props) {
  const refused = shown.find(({ kind, item }) => kind === typedText(body, 'kind') && item === typedText(body, 'item'));
  return (
    <>
      <p>
        交付の額や日付は、いつも載ります。団体が書いた答えと写真は、個人が分かるなどの事情があるとき、一つずつ外せます。申請書や報告書そのものは変わりません。
      </p>
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url(`grants/${grant.id}`)}>
          住民が見るページを開く
        </ButtonLink>
      </ButtonRow>
      <Section title="いま載せているもの">
        {shown.length === 0 && (
          <EmptyState title="団体が書いた答えと写真は、いま載っていません。">
            <p>載せる質問は、補助制度の「公表する項目」で決めます。</p>
          </EmptyState>
        )}
        {shown.map((each, place) => (
          <Item
            viewer={viewer}
            grantId={grant.id}
            each={each}
            reasonField={reasonFieldAt(String(place))}
            place={place}
            photograph={grant.photographs.find(({ original }) => original === each.item)?.sha256 ?? null}
            typed={each === refused ? typedText(body, reasonFieldAt(String(place))) : null}
            key={`${each.kind} ${each.item}`}
          />
        ))}
      </Section>
      {withheld.length > 0 && (
        <Section title="外しているもの">
          {withheld.map((each) => (
            <Withheld viewer={viewer} each={each} key={each.id} />
          ))}
        </Section>
      )}
    </>
  );
}

/** Several reasons are asked on one page: each field has a name of its own. */
export const reasonFieldAt = (place: string): string => `reason-${place}`;

interface ItemProps {
  readonly viewer: Viewer;
  readonly grantId: string;
  readonly each: ShownItem;
  readonly place: number;
  readonly reasonField: string;
  /** Of the picture as it is shown. */
  readonly photograph: string | null;
  /** The reason, where this form was refused. */
  readonly typed: string | null;
}

const Item = ({ viewer, grantId, each, place, reasonField, photograph, typed }: ItemProps) => {
  const { kind, item, label, text } = each;
  return (
    <Section title={kind === 'title' ? label : `${WITHHELD_KIND_LABELS[kind]}：${label}`} level={3}>
      {photograph !== null && (
        <img
          class="withheld-photo"
          src={viewer.url(`grants/${grantId}/photographs/${photograph}`)}
          alt={text === '' ? label : text}
          loading="lazy"
        />
      )}
      {text !== '' && <Prose text={text} />}
      <Details summary={`「${label}」を外す`} open={typed !== null}>
        <Form action={viewer.url(`staff/public-face/withholdings/grants/${grantId}`)} once label={`「${label}」を外す`}>
          <Hidden name="kind" value={kind} />
          <Hidden name="item" value={item} />
          <Hidden name="place" value={place} />
          <TextArea
            name={reasonField}
            label="載せない理由"
            hint="住民には示しません。職員の画面と操作の記録に残ります。"
            required
            rows={2}
            value={typed ?? ''}
          />
          <ButtonRow>
            <Button kind="danger">
              公開ページから外す<VisuallyHidden>：{label}</VisuallyHidden>
            </Button>
          </ButtonRow>
        </Form>
      </Details>
    </Section>
  );
};

const Withheld = ({ viewer, each }: { viewer: Viewer; each: Withholding }) => (
  <Section title={`${WITHHELD_KIND_LABELS[each.kind]}：${each.label}`} level={3}>
    <p>理由：{each.reason}</p>
    <p class="hint">
      {each.withheldBy}　<Moment at={each.withheldAt} />
    </p>
    <Form
      action={viewer.url(`staff/public-face/withholdings/${each.id}/end`)}
      label={`「${each.label}」をもう一度載せる`}
    >
      <ButtonRow>
        <Button kind="secondary" small>
          もう一度載せる<VisuallyHidden>：{each.label}</VisuallyHidden>
        </Button>
      </ButtonRow>
    </Form>
  </Section>
);
