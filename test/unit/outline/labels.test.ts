import * as assert from 'node:assert/strict';
import { directivesOf, outlineOf } from '../article/parsed';

const label = (sentence: string): string => directivesOf(outlineOf(`周海强调，${sentence}`))[0]!.name;

suite('labels', () => {
  for (const [sentence, expected] of [
    ['要把好入郑关，堅決守住防線。', '把好入郑关'],
    ['各级党委要进一步强化属地管理责任。', '强化属地管理责任'],
    ['要切实抓好疫苗接种工作。', '抓好疫苗接种'],
    ['要严格“两站一场”查验措施。', '严格“两站一场”查验措施'],
    ['要坚定理想信念。', '坚定理想信念'],
    ['任何单位不得擅自停水。', '不得擅自停水'],
    ['严禁携带火种进山。', '严禁携带火种进山'],
    ['认识要再深化，进一步统一思想。', '认识再深化'],
    ['转运隔离要提速，应转尽转。', '转运隔离提速'],
    ['偏乡小校供餐不得中断。', '偏乡小校供餐不得中断'],
    ['逾期未检、带病车辆一律不得上路。', '带病车辆一律不得上路'],
    ['各单位要动真碰硬，防止走过场。', '动真碰硬'],
    ['请水利局在月底前完成河道清淤。', '完成河道清淤'],
    ['做实项目储备，未完成前期手续的项目不得申报。', '做实项目储备'],
    ['要按照平战结合要求，筑牢输入防线。', '筑牢输入防线'],
    ['请广大居民及时关闭阀门。', '关闭阀门'],
    ['要切实加强对镇村账目的日常监督检查。', '加强日常监督检查'],
    ['嚴禁瞞報受災面積、虛報救災物資。', '嚴禁瞞報受災面積'],
    ['全县各级水利部门和农业农村部门要按月检查机井。', '按月检查机井'],
    ['要加强“两站一场一码头”等重点场所防控工作。', '加强重点场所防控'],
    ['要突出山洪、地质灾害、城市内涝等薄弱环节。', '突出薄弱环节'],
    ['要压紧压实属地、部门、单位、个人“四方责任”。', '压紧压实“四方责任”'],
    ['要强化土地、资金、能耗、人才四大要素保障。', '强化四大要素保障'],
    ['要同步推进老旧小区、老旧厂区、老旧街区改造。', '推进老旧街区改造'],
    ['要深入学习贯彻关于疫情防控工作的重要指示精神。', '学习贯彻重要指示精神'],
    ['要督促各级学校于8月29日前完成校园环境检查。', '完成校园环境检查'],
    ['要做好随时开展大规模核酸检测的试剂准备、人员准备和组织动员准备。', '做好试剂准备、人员准备'],
    ['禁止使用地下室、车库或者违章建筑。', '禁止使用地下室、车库或者违章建筑'],
  ] as const)
    test(sentence, () => assert.equal(label(sentence), expected));
  test('a prohibition keeps its word in traditional script too', () =>
    assert.equal(label('嚴禁壓級壓價，一經查實從嚴處理。'), '嚴禁壓級壓價'));
  test('an item without words is named by its enumerator', () => {
    for (const node of directivesOf(outlineOf('周海强调，一要抓紧抓实，从严来抓。二要\n'))) assert.ok(node.name.length > 0);
  });
  test('long ones are cut at a list or a word, with balanced quotes', () => {
    const long = label('要加强交通运输、旅游景区、宾馆酒店、商场药店、农贸市场的管理。');
    assert.ok(long.length <= 16, long);
    for (const sentence of ['要扎实推进“千村示范、万村整治”工程提质扩面。', '要深入实施“百县千镇万村高质量发展工程”促进城乡融合。']) {
      const name = label(sentence);
      assert.ok(name.length <= 17 && (name.match(/“/g) ?? []).length === (name.match(/”/g) ?? []).length, name);
    }
  });
});
