import { municipalityId } from '../../kernel/actor.js';
import { approve, consult, type TownDefinition } from './town-definition.js';

/**
 * 小竹町. Code and address are public facts; sections, people, telephone numbers, articles and the table of authority
 * are invented and marked 見本. Surnames are place names, given names 見本. Pays through its accounting system.
 */
export const kotake: TownDefinition = {
  municipality: {
    id: municipalityId('404012'),
    slug: 'kotake',
    name: '小竹町',
    kana: 'こたけまち',
    prefecture: '福岡県',
    hallName: '小竹町役場',
    postalCode: '820-1192',
    address: '福岡県鞍手郡小竹町大字勝野3167番地1',
    headTitle: '小竹町長',
    headName: '御徳 見本',
    headVacantActing: null,
    treasurerTitle: '小竹町会計管理者',
    treasurerName: '赤地 見本',
    paymentMode: 'accounting-file',
    bank: null,
    electronicDeliveryBasis: null,
    reminderDays: [7, 1],
    sections: [
      section('まちづくり推進課', '竹ま', 'コミュニティ支援係', 'promotion'),
      section('会計課', '竹会', '会計係', 'treasury'),
      section('総務課', '竹総', '情報管理係', null),
      section('監査委員事務局', '竹監', '監査係', null),
    ],
  },
  posts: [
    {
      name: '小竹町長',
      section: '総務課',
      side: 'ordering',
      duties: ['approve'],
      rank: 90,
      whenVacant: 'refuse',
      deputy: '副町長',
    },
    {
      name: '副町長',
      section: '総務課',
      side: 'ordering',
      duties: ['approve'],
      rank: 80,
      deputy: 'まちづくり推進課長',
    },
    {
      name: 'まちづくり推進課長',
      section: 'まちづくり推進課',
      side: 'ordering',
      duties: ['approve'],
      rank: 40,
      deputy: 'コミュニティ支援係長',
    },
    {
      name: 'コミュニティ支援係長',
      section: 'まちづくり推進課',
      side: 'ordering',
      duties: ['promotion', 'approve'],
      rank: 30,
    },
    { name: 'まちづくり推進課 担当', section: 'まちづくり推進課', side: 'ordering', duties: ['promotion'], rank: 10 },
    {
      name: '暴力団排除照会 取扱者',
      section: 'まちづくり推進課',
      side: 'ordering',
      duties: ['inquiry'],
      rank: 10,
    },
    { name: '企画提案審査員', section: 'まちづくり推進課', side: 'ordering', duties: ['panel'], rank: 10 },
    {
      name: '会計管理者',
      section: '会計課',
      side: 'treasury',
      duties: ['treasury-decide'],
      rank: 60,
      whenVacant: 'refuse',
    },
    { name: '会計係', section: '会計課', side: 'treasury', duties: ['treasury-check'], rank: 10 },
    { name: '監査委員', section: '監査委員事務局', side: 'audit', duties: ['audit'], rank: 50 },
    { name: 'システム管理者', section: '総務課', side: 'ordering', duties: ['administer'], rank: 10 },
  ],
  people: [
    { name: '御徳 見本', kana: 'ごとく みほん', signInName: 'chocho', posts: ['小竹町長', '企画提案審査員'] },
    { name: '勝野 見本', kana: 'かつの みほん', signInName: 'fukuchocho', posts: ['副町長', '企画提案審査員'] },
    { name: '新多 見本', kana: 'にいだ みほん', signInName: 'kacho', posts: ['まちづくり推進課長', '企画提案審査員'] },
    { name: '山崎 見本', kana: 'やまざき みほん', signInName: 'kakaricho', posts: ['コミュニティ支援係長'] },
    {
      name: '良津 見本',
      kana: 'らづ みほん',
      signInName: 'tanto',
      posts: ['まちづくり推進課 担当', '暴力団排除照会 取扱者'],
    },
    { name: '赤地 見本', kana: 'あかじ みほん', signInName: 'kaikei-kanrisha', posts: ['会計管理者'] },
    { name: '塩頭 見本', kana: 'しおがしら みほん', signInName: 'kaikei', posts: ['会計係'] },
    { name: '古門 見本', kana: 'ふるもん みほん', signInName: 'kansa', posts: ['監査委員'] },
    { name: '七福 見本', kana: 'しちふく みほん', signInName: 'kanri', posts: ['システム管理者'] },
  ],
  authority: {
    basis: '小竹町事務決裁規程 別表（見本）',
    rules: [
      { act: 'grant-decision', upTo: 500_000n, steps: approve('コミュニティ支援係長', 'まちづくり推進課長') },
      {
        act: 'grant-decision',
        upTo: null,
        steps: [
          ...approve('コミュニティ支援係長', 'まちづくり推進課長'),
          consult('会計管理者'),
          ...approve('副町長', '小竹町長'),
        ],
      },
      { act: 'amendment', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長') },
      { act: 'discontinuation', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長') },
      { act: 'revocation', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長', '副町長') },
      { act: 'payment-order', upTo: 500_000n, steps: approve('コミュニティ支援係長', 'まちづくり推進課長') },
      { act: 'payment-order', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長', '副町長') },
      { act: 'amount-determination', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長') },
      { act: 'repayment-demand', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長') },
      { act: 'repayment-relief', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長', '副町長') },
      { act: 'property-disposal', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長') },
      { act: 'project-direction', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長', '副町長') },
      { act: 'proposal-adoption', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長', '副町長') },
      { act: 'organization-registration', upTo: null, steps: approve('まちづくり推進課長') },
      { act: 'program-publication', upTo: null, steps: approve('まちづくり推進課長', '副町長') },
      { act: 'public-answer', upTo: null, steps: approve('コミュニティ支援係長', 'まちづくり推進課長', '副町長') },
      {
        act: 'mayor-letter-answer',
        upTo: null,
        steps: approve('コミュニティ支援係長', 'まちづくり推進課長', '副町長', '小竹町長'),
      },
      {
        act: 'account-change',
        upTo: null,
        steps: approve('コミュニティ支援係長', 'まちづくり推進課長'),
      },
    ],
  },
};

function section(
  name: string,
  code: string,
  unit: string,
  role: 'promotion' | 'treasury' | null,
): TownDefinition['municipality']['sections'][number] {
  return {
    name,
    code,
    unit,
    phone: '0949-00-0000（見本）',
    fax: '0949-00-0001（見本）',
    mail: null,
    address: '福岡県鞍手郡小竹町大字勝野3167番地1',
    role,
  };
}
