<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Absence</name>
    <message>
        <source>✓ breaks no rule</source>
        <translation>✓ 不违反规则</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>That week (h:min)</source>
        <translation>该周（时:分）</translation>
    </message>
    <message>
        <source>Earns time off</source>
        <translation>可得调休</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>工资</translation>
    </message>
    <message>
        <source>No longer works</source>
        <translation>不再上</translation>
    </message>
    <message>
        <source>Works instead</source>
        <translation>改上</translation>
    </message>
</context>
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>{name} is absent</source>
        <translation>{name}缺勤</translation>
    </message>
    <message>
        <source>Who could step in, those first who break no rule. Nothing is changed.</source>
        <translation>可顶班的人员，不违反规则的在前。不作任何改动。</translation>
    </message>
    <message>
        <source>Who could step in</source>
        <translation>可顶班的人员</translation>
    </message>
    <message>
        <source>What the repair changes</source>
        <translation>调整方案的改动</translation>
    </message>
    <message>
        <source>No repair was found within the rules and the days around the absence.</source>
        <translation>在规则及缺勤前后的日期内没有找到调整方案。</translation>
    </message>
    <message>
        <source>Repair that touches fewest people (missing head-hours: {hours}).</source>
        <translation>影响人数最少的调整方案（缺 {hours} 人时）。</translation>
    </message>
    <message>
        <source>Proven: none is better.</source>
        <translation>已证明：没有更好的方案。</translation>
    </message>
    <message>
        <source>A better one may exist.</source>
        <translation>可能还有更好的方案。</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Name to sign in with</source>
        <translation>登录用名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Employee</source>
        <translation>员工(&amp;E)</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>Staff vote and bid as an employee: choose the employee.</source>
        <translation>员工以其员工编号投票和报班：请选择员工。</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Your account</source>
        <translation>您的账户</translation>
    </message>
    <message>
        <source>You are the first here, and so the manager. Others get accounts on the page Settings.</source>
        <translation>您是这里的第一位用户，因此是经理。其他人的账号在“设置”页添加。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>您的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;PIN, six digits or letters at least</source>
        <translation>PIN 码，至少六位数字或字母(&amp;P)</translation>
    </message>
    <message>
        <source>PIN &amp;again</source>
        <translation>再输一次 PIN(&amp;A)</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>两次输入的 PIN 不同。</translation>
    </message>
</context>
<context>
    <name>AccountsPanel</name>
    <message>
        <source>A&amp;ccounts</source>
        <translation>账号(&amp;C)</translation>
    </message>
    <message>
        <source>Who may sign in, in all halls. Managers see everything of their halls, payroll clerks pay and rosters, staff their own matters. A name is locked for 15 minutes after five wrong PINs; a new PIN unlocks it.</source>
        <translation>谁可以登录（所有营业厅通用）。经理可查看本营业厅的全部内容，薪资员可查看薪资和排班，员工只能查看本人事项。连续五次输错 PIN 后，该姓名锁定 15 分钟；设置新 PIN 即可解锁。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Add some&amp;body …</source>
        <translation>添加账号(&amp;B)…</translation>
    </message>
    <message>
        <source>Chan&amp;ge role …</source>
        <translation>更改角色(&amp;G)…</translation>
    </message>
    <message>
        <source>New P&amp;IN …</source>
        <translation>新 PIN(&amp;I)…</translation>
    </message>
    <message>
        <source>{name} may sign in as {role}</source>
        <translation>{name} 可以以{role}身份登录</translation>
    </message>
    <message>
        <source>{name} is {role} from the next sign-in on</source>
        <translation>{name} 下次登录起为{role}</translation>
    </message>
    <message>
        <source>{name} has a new PIN</source>
        <translation>{name} 已有新 PIN</translation>
    </message>
</context>
<context>
    <name>AppealDialog</name>
    <message>
        <source>A manager answers with the reason found anew; somebody else decides. Until when, you read here as soon as it is raised.</source>
        <translation>经理会用重新查找的理由答复，由另一个人决定。提出后即可在此看到决定期限。</translation>
    </message>
    <message>
        <source>&amp;About the shift</source>
        <translation>关于班次(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Because of</source>
        <translation>原因(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;In a sentence</source>
        <translation>一句话说明(&amp;I)</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉</translation>
    </message>
</context>
<context>
    <name>AppealsPage</name>
    <message>
        <source>Appeals</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>No plan yet for this hall and period</source>
        <translation>该营业厅和周期尚无计划</translation>
    </message>
    <message>
        <source>Appeals are about a published roster: plan and publish one first.</source>
        <translation>申诉针对已发布的排班：请先计划并发布。</translation>
    </message>
    <message>
        <source>Appeals about this period</source>
        <translation>关于本周期的申诉</translation>
    </message>
    <message>
        <source>All appeals of the hall, by cause</source>
        <translation>营业厅的全部申诉，按原因</translation>
    </message>
    <message>
        <source>An&amp;swer …</source>
        <translation>答复(&amp;S) …</translation>
    </message>
    <message>
        <source>&amp;Uphold …</source>
        <translation>支持(&amp;U) …</translation>
    </message>
    <message>
        <source>&amp;Dismiss …</source>
        <translation>驳回(&amp;D) …</translation>
    </message>
    <message>
        <source>Nobody has appealed</source>
        <translation>没有人申诉</translation>
    </message>
    <message>
        <source>Staff appeal against an award on their own page My result.</source>
        <translation>员工在自己的“我的结果”页面对分配提出申诉。</translation>
    </message>
    <message>
        <source>A manager answers; somebody else decides: another hall’s manager, a payroll clerk or the round’s trustee. Urgent appeals within {urgent} h, others within {usual} h.</source>
        <translation>由经理答复，由另一个人决定：其他营业厅的经理、薪资员或该次选班的受托人。紧急申诉须在 {urgent} 小时内，其余在 {usual} 小时内决定。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>{name} says: “{text}” What do you answer? The reason is found anew and stands beside it.</source>
        <translation>{name} 说：“{text}”您如何答复？重新查找的理由会列在旁边。</translation>
    </message>
    <message>
        <source>Uphold the appeal</source>
        <translation>支持申诉</translation>
    </message>
    <message>
        <source>Dismiss the appeal</source>
        <translation>驳回申诉</translation>
    </message>
    <message>
        <source>Why? {name} reads the reason.</source>
        <translation>为什么？{name} 会看到理由。</translation>
    </message>
</context>
<context>
    <name>BreakRow</name>
    <message>
        <source>{title}: start</source>
        <translation>{title}：开始</translation>
    </message>
    <message>
        <source>{title}: minutes</source>
        <translation>{title}：分钟</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>带薪</translation>
    </message>
    <message>
        <source>{title}: paid</source>
        <translation>{title}：带薪</translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message>
        <source>Days of the official notices</source>
        <translation>官方通知中的日期</translation>
    </message>
    <message>
        <source>&amp;Official days</source>
        <translation>法定日期(&amp;O)</translation>
    </message>
    <message>
        <source>Read an o&amp;fficial notice …</source>
        <translation>读取官方通知(&amp;F)…</translation>
    </message>
    <message>
        <source>Official notices were read for {years}. Other years come from the built-in calendar.</source>
        <translation>已读取 {years} 年的官方通知，其他年份采用内置日历。</translation>
    </message>
    <message>
        <source>No official notice was read: plans use the built-in calendar of the hall’s place. Where a government announces each year’s days, years without a notice are projected, and the plan says so.</source>
        <translation>尚未读取官方通知：排班采用营业厅所在地的内置日历。政府逐年公布放假安排的地方，没有通知的年份为推算，排班中会注明。</translation>
    </message>
    <message>
        <source>Projected: {years}. No official notice of these years is known yet: holidays are computed from the rule, and days exchanged for weekends are not known. Plans that reach into them may change with the notice; read it here as soon as it is published.</source>
        <translation>推算年份：{years}。这些年份尚无已知的官方通知：节假日按规则推算，与周末对调的日子未知。涉及这些年份的计划可能随通知而变；通知发布后请立即在此读入。</translation>
    </message>
    <message>
        <source>Planned on projected days: {periods}. Check these plans against the notice once it is read.</source>
        <translation>按推算日期编制的计划：{periods}。读入通知后请核对这些计划。</translation>
    </message>
    <message>
        <source>Official notice</source>
        <translation>官方通知</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>表格 (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Read: {file}</source>
        <translation>已读取：{file}</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>? open</source>
        <translation>? 进行中</translation>
    </message>
    <message>
        <source>✓ carried out</source>
        <translation>✓ 已执行</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ 已拒绝</translation>
    </message>
    <message>
        <source>– taken back</source>
        <translation>– 已收回</translation>
    </message>
    <message>
        <source>? answered, waits for the decision</source>
        <translation>? 已答复，等待决定</translation>
    </message>
    <message>
        <source>✓ upheld</source>
        <translation>✓ 得到支持</translation>
    </message>
    <message>
        <source>✗ dismissed</source>
        <translation>✗ 被驳回</translation>
    </message>
    <message>
        <source>? waits for {names}</source>
        <translation>? 等待 {names}</translation>
    </message>
    <message>
        <source>? agreed, waits for a manager</source>
        <translation>? 已同意，等待经理</translation>
    </message>
    <message>
        <source>a lost wish</source>
        <translation>志愿未满足</translation>
    </message>
    <message>
        <source>a shift against my wish</source>
        <translation>违背志愿的班次</translation>
    </message>
    <message>
        <source>an uneven burden</source>
        <translation>负担不均</translation>
    </message>
    <message>
        <source>a rule seems broken</source>
        <translation>似乎违反规则</translation>
    </message>
    <message>
        <source>something is recorded wrongly</source>
        <translation>记录有误</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>? waits for an answer</source>
        <translation>? 等待答复</translation>
    </message>
    <message>
        <source>{state}, late</source>
        <translation>{state}，逾期</translation>
    </message>
    <message>
        <source>{name} takes {takes}</source>
        <translation>{name} 接 {takes}</translation>
    </message>
    <message>
        <source>{name} gives {gives}</source>
        <translation>{name} 让出 {gives}</translation>
    </message>
    <message>
        <source>{name} gives {gives} for {takes}</source>
        <translation>{name} 以 {gives} 换 {takes}</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Who gives what</source>
        <translation>谁让出什么</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>? in an exchange that is not decided</source>
        <translation>? 在尚未决定的交换中</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>? offered, given away</source>
        <translation>? 已提供，送出</translation>
    </message>
    <message>
        <source>? offered for {wanted}</source>
        <translation>? 已提供，想换 {wanted}</translation>
    </message>
    <message>
        <source>{name} gives it away</source>
        <translation>{name} 送出</translation>
    </message>
    <message>
        <source>open: covers {count} missing half-hours</source>
        <translation>空缺：可覆盖 {count} 个缺人的半小时</translation>
    </message>
    <message>
        <source>{name} wants {wanted} for it</source>
        <translation>{name} 想换 {wanted}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Median time to the decision (h:min)</source>
        <translation>到决定的中位时间（时:分）</translation>
    </message>
    <message>
        <source>Heads missing</source>
        <translation>缺少人数</translation>
    </message>
    <message>
        <source>Half-hours covered</source>
        <translation>覆盖半小时数</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定期限</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>答复：{text}</translation>
    </message>
    <message>
        <source>Found anew: {text}</source>
        <translation>重新查找：{text}</translation>
    </message>
    <message>
        <source>On record: {text}</source>
        <translation>记录所载：{text}</translation>
    </message>
    <message>
        <source>Decision: {text}</source>
        <translation>决定：{text}</translation>
    </message>
</context>
<context>
    <name>CellReason</name>
    <message>
        <source>✓ breaks no rule</source>
        <translation>✓ 不违反规则</translation>
    </message>
    <message>
        <source>✖ breaks rules: {count}</source>
        <translation>✖ 违反规则：{count} 条</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Missing half-hours</source>
        <translation>缺人半小时</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>工资</translation>
    </message>
    <message>
        <source>Time off earned</source>
        <translation>所得调休</translation>
    </message>
</context>
<context>
    <name>CellReasonDialog</name>
    <message>
        <source>Why so, and what else</source>
        <translation>为何如此，还能怎样</translation>
    </message>
    <message>
        <source>Other ways to fill the cell, the least harmful first</source>
        <translation>填这一格的其他方式，影响最小的在前</translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>{hour}: shut</source>
        <translation>{hour}：不营业</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>{customers}: {verdict} ({share} within {promise} min), with 10 % more {more}; mean wait {wait} min, {arrivals} customers, {heads} heads</source>
        <translation>{customers}：{verdict}（{share} 在 {promise} 分钟内），客流增加 10 % 时{more}；平均等待 {wait} 分钟，{arrivals} 位客户，{heads} 人在岗</translation>
    </message>
</context>
<context>
    <name>CertificatePage</name>
    <message>
        <source>Certificate</source>
        <translation>等待认证</translation>
    </message>
    <message>
        <source>&amp;Customers</source>
        <translation>客户(&amp;C)</translation>
    </message>
    <message>
        <source>Customers whose promise is shown</source>
        <translation>显示哪类客户的承诺</translation>
    </message>
    <message>
        <source>Promise kept or missed: hours down, days across</source>
        <translation>承诺达标情况：纵向为小时，横向为日期</translation>
    </message>
    <message>
        <source>The day&apos;s hours in figures</source>
        <translation>当天各小时的数据</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>没有认证</translation>
    </message>
    <message>
        <source>This plan was made without a certificate of waits.</source>
        <translation>此计划没有等待时间认证。</translation>
    </message>
    <message>
        <source>kept, also with 10 % more customers</source>
        <translation>达标，客流增加 10 % 时仍达标</translation>
    </message>
    <message>
        <source>kept, but not with 10 % more</source>
        <translation>达标，但客流增加 10 % 时不达标</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>不营业</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Certified promise: of the customers of every hour, at least {level} are expected to wait no longer than the limit. Busy hours: VIP {vip} min, others {regular} min; quiet hours: everyone {quiet} min. An hour is busy from {busy} expected customers on.</source>
        <translation>认证的承诺：每小时预计至少 {level} 的客户等待不超过限值。忙时：贵宾 {vip} 分钟，其他 {regular} 分钟；闲时：所有人 {quiet} 分钟。每小时预计客户达到 {busy} 人起为忙时。</translation>
    </message>
    <message>
        <source>Certified promise: in every hour, customers are expected to wait no longer than the limit on average. Busy hours: VIP {vip} min, others {regular} min; quiet hours: everyone {quiet} min. An hour is busy from {busy} expected customers on.</source>
        <translation>认证的承诺：每小时客户的平均等待预计不超过限值。忙时：贵宾 {vip} 分钟，其他 {regular} 分钟；闲时：所有人 {quiet} 分钟。每小时预计客户达到 {busy} 人起为忙时。</translation>
    </message>
    <message>
        <source>Promise kept in {kept} of {open} open hours ({more} with 10 % more customers)</source>
        <translation>{open} 个营业小时中 {kept} 个达标（客流增加 10 % 时 {more} 个）</translation>
    </message>
    <message>
        <source>worst hour {day} {clock}: {customers} {share} in time</source>
        <translation>最差的小时 {day} {clock}：{customers}按时率 {share}</translation>
    </message>
    <message>
        <source>percent of customers in time</source>
        <translation>按时接待的客户百分比</translation>
    </message>
    <message>
        <source>mean wait in minutes</source>
        <translation>平均等待分钟数</translation>
    </message>
</context>
<context>
    <name>CertificateQuestions</name>
    <message>
        <source>Worst &amp;quarter hours</source>
        <translation>最差的一刻钟(&amp;Q)</translation>
    </message>
    <message>
        <source>One &amp;more person</source>
        <translation>多一人(&amp;M)</translation>
    </message>
    <message>
        <source>Wh&amp;y?</source>
        <translation>为什么？(&amp;Y)</translation>
    </message>
    <message>
        <source>Worst quarter hours</source>
        <translation>最差的一刻钟</translation>
    </message>
    <message>
        <source>Quarter hours with the smallest share of customers called in time, the worst first.</source>
        <translation>按时接待比例最低的时段，最差的在前。</translation>
    </message>
    <message>
        <source>One more person</source>
        <translation>多一人</translation>
    </message>
    <message>
        <source>What one more person would mend, by day</source>
        <translation>多一人可改善的情况，按日期</translation>
    </message>
    <message>
        <source>No single further shift of the adopted templates would mend an hour.</source>
        <translation>现用班次模板中，单独增加任何一个班都不能改善。</translation>
    </message>
    <message>
        <source>The shift of each day that mends most hours, by the exact model; the best day first. Hours are those that miss the promise for either class of customers.</source>
        <translation>每天改善小时数最多的一个班（按精确模型），最有效的日期在前。小时指对任一类客户未达标的小时。</translation>
    </message>
    <message>
        <source>Why are heads missing?</source>
        <translation>为什么缺人？</translation>
    </message>
    <message>
        <source>Conflicts and what would mend them</source>
        <translation>冲突及解决办法</translation>
    </message>
    <message>
        <source>Nothing stands in the way: the adopted templates and people could cover all demand.</source>
        <translation>没有冲突：现用模板和人员可以满足全部需求。</translation>
    </message>
    <message>
        <source>No conflict was found in the time there was; some days stay undecided.</source>
        <translation>在限定时间内未发现冲突；部分日期尚无定论。</translation>
    </message>
    <message>
        <source>Conflicts: {count}. Each says what cannot all hold together, and what would mend it.</source>
        <translation>冲突：{count} 处。每处说明哪些要求不能同时成立，以及如何解决。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Type words of a command or page</source>
        <translation>输入命令或页面的字词</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>命令的字词</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>These versions are equal.</source>
        <translation>两个版本相同。</translation>
    </message>
    <message>
        <source>Days that differ: {days}, of people: {people}; {sign}{hours} h in all.</source>
        <translation>{days} 天不同，涉及 {people} 人；合计 {sign}{hours} 小时。</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>{hours} head-hours stay missing at least.</source>
        <translation>至少缺 {hours} 人时。</translation>
    </message>
    <message>
        <source>Proven: without any one of these it would be solved.</source>
        <translation>已证明：去掉其中任何一项即可解决。</translation>
    </message>
    <message>
        <source>Not all of these may be needed for the conflict.</source>
        <translation>其中有些可能与冲突无关。</translation>
    </message>
    <message>
        <source>What would mend it:</source>
        <translation>解决办法：</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>人员(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Who allows it</source>
        <translation>由谁允许(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Until, included</source>
        <translation>到（含当日）(&amp;U)</translation>
    </message>
    <message>
        <source>Record a consent or approval</source>
        <translation>登记同意或批准</translation>
    </message>
</context>
<context>
    <name>ConsentsPanel</name>
    <message>
        <source>What stands here is obeyed by the next plan and shown with its findings. A new record takes the place of what stood for the same person and rule, so that one can be corrected or ended early.</source>
        <translation>下一次排班按此处的记录执行，并随检查结果显示。新记录取代同一人、同一规则的原有记录，因此可用来更正或提前终止。</translation>
    </message>
    <message>
        <source>Consents and approvals on record</source>
        <translation>已登记的同意与批准</translation>
    </message>
    <message>
        <source>Consents an&amp;d approvals</source>
        <translation>同意与批准(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Make a record …</source>
        <translation>登记一条(&amp;M)…</translation>
    </message>
    <message>
        <source>Read a &amp;file …</source>
        <translation>读取文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Consents and approvals</source>
        <translation>同意与批准</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>表格 (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Read: {file}</source>
        <translation>已读取：{file}</translation>
    </message>
</context>
<context>
    <name>Country</name>
    <message>
        <source>Australia</source>
        <translation>澳大利亚</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>西班牙</translation>
    </message>
    <message>
        <source>France</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>新西兰</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>葡萄牙</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
</context>
<context>
    <name>CountryChoice</name>
    <message>
        <source>Any other country by its two letters, such as IT; house rules are applied there.</source>
        <translation>其他国家请输入两位字母代码，例如 IT；那里适用内部规则。</translation>
    </message>
</context>
<context>
    <name>CoverStrip</name>
    <message>
        <source>{start}–{end}: {count} missing</source>
        <translation>{start}–{end}：缺 {count} 人</translation>
    </message>
    <message>
        <source>No head is missing.</source>
        <translation>不缺人。</translation>
    </message>
    <message>
        <source>needed</source>
        <comment>heads, in a short legend</comment>
        <translation>需要</translation>
    </message>
    <message>
        <source>present</source>
        <comment>heads, in a short legend</comment>
        <translation>在岗</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>ddd d MMM</source>
        <comment>Qt date format: weekday, day, month</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>Qt date format: a day in full</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>Qt date format: month, year</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>Qt date format: day, month</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>Qt date format: day, month, year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Hour is</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Promise (min)</source>
        <translation>承诺（分）</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时率</translation>
    </message>
    <message>
        <source>Mean wait (min)</source>
        <translation>平均等待（分）</translation>
    </message>
    <message>
        <source>Promise is</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>With 10 % more</source>
        <translation>客流 +10 %</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙时</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>闲时</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Heads needed and present through the day</source>
        <translation>全天需要人数与在岗人数</translation>
    </message>
    <message>
        <source>Shifts of the day: people down, hours across</source>
        <translation>当天班次：纵向为人员，横向为钟点</translation>
    </message>
</context>
<context>
    <name>Demand</name>
    <message>
        <source>{day}, {clock}: shut</source>
        <translation>{day} {clock}：不营业</translation>
    </message>
    <message>
        <source>{span}: {needed} needed, {present} on duty, {count} missing</source>
        <translation>{span}：需要 {needed} 人，在岗 {present} 人，缺 {count} 人</translation>
    </message>
    <message>
        <source>{span}: {needed} needed, {present} on duty, {count} to spare</source>
        <translation>{span}：需要 {needed} 人，在岗 {present} 人，多 {count} 人</translation>
    </message>
    <message>
        <source>{span}: {needed} needed, {present} on duty</source>
        <translation>{span}：需要 {needed} 人，在岗 {present} 人</translation>
    </message>
</context>
<context>
    <name>DemandPage</name>
    <message>
        <source>Demand</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Heads needed and heads on duty through the day</source>
        <translation>一天中需要的人数和在岗人数</translation>
    </message>
    <message>
        <source>Missing and spare heads: half hours down, days across</source>
        <translation>缺少和富余的人数：纵向为半小时，横向为日期</translation>
    </message>
    <message>
        <source>The current half hour in words</source>
        <translation>所选半小时的说明</translation>
    </message>
    <message>
        <source>No demand</source>
        <translation>没有需求</translation>
    </message>
    <message>
        <source>No heads are needed in this period: the hall stays shut.</source>
        <translation>此期间不需要人员：营业厅不营业。</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>to spare</source>
        <translation>富余</translation>
    </message>
    <message>
        <source>heads missing</source>
        <translation>缺人</translation>
    </message>
    <message>
        <source>as many as needed</source>
        <translation>正好</translation>
    </message>
    <message>
        <source>heads to spare</source>
        <translation>有富余</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>不营业</translation>
    </message>
    <message>
        <source>{needed} head-hours needed · {missing} missing · {spare} to spare</source>
        <translation>需要 {needed} 人时 · 缺 {missing} · 富余 {spare}</translation>
    </message>
</context>
<context>
    <name>DraftBanner</name>
    <message>
        <source>Go &amp;on with the draft</source>
        <translation>继续编辑草稿(&amp;O)</translation>
    </message>
    <message>
        <source>Throw it awa&amp;y</source>
        <translation>丢弃草稿(&amp;Y)</translation>
    </message>
    <message>
        <source>A draft with {count} edits of version {version} is kept.</source>
        <translation>保存有一份草稿：对第 {version} 版的 {count} 处修改。</translation>
    </message>
    <message>
        <source>{text} Version {now} was published since: edits that no longer fit are left out.</source>
        <translation>{text}其后已发布第 {now} 版：不再适用的修改会略去。</translation>
    </message>
</context>
<context>
    <name>DraftDesk</name>
    <message>
        <source>Edits that no longer fit were left out: {count}</source>
        <translation>已略去不再适用的修改：{count} 处</translation>
    </message>
    <message>
        <source>Pu&amp;blish …</source>
        <translation>发布(&amp;B)…</translation>
    </message>
    <message>
        <source>Pu&amp;blish ({count}) …</source>
        <translation>发布（{count}）(&amp;B)…</translation>
    </message>
    <message>
        <source>Published: version {version}</source>
        <translation>已发布：第 {version} 版</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Every change that is not published goes. This cannot be undone.</source>
        <translation>所有未发布的修改都会丢失，且无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Take the shift away</source>
        <translation>取消班次(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Give a shift …</source>
        <translation>安排班次(&amp;G)…</translation>
    </message>
    <message>
        <source>Repeat the first row &amp;down</source>
        <translation>首行向下填充(&amp;D)</translation>
    </message>
    <message>
        <source>Repeat the first day to the &amp;right</source>
        <translation>首日向右填充(&amp;R)</translation>
    </message>
    <message>
        <source>Move to the person above</source>
        <translation>移给上一人</translation>
    </message>
    <message>
        <source>Move to the person below</source>
        <translation>移给下一人</translation>
    </message>
    <message>
        <source>Move to the day before</source>
        <translation>移到前一天</translation>
    </message>
    <message>
        <source>Move to the day after</source>
        <translation>移到后一天</translation>
    </message>
    <message>
        <source>Pi&amp;n or unpin</source>
        <translation>固定或取消固定(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Who can take this? …</source>
        <translation>谁能接这个班？(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Absent …</source>
        <translation>缺勤(&amp;A)…</translation>
    </message>
    <message>
        <source>Why so, and &amp;what else …</source>
        <translation>为何如此，还能怎样(&amp;W) …</translation>
    </message>
    <message>
        <source>Co&amp;mpare versions …</source>
        <translation>比较版本(&amp;M)…</translation>
    </message>
    <message>
        <source>Discard the draft …</source>
        <translation>丢弃草稿…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Who can take this?</source>
        <translation>谁能接这个班？</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>发布…</translation>
    </message>
</context>
<context>
    <name>EffectStrip</name>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Findings of the changes</source>
        <translation>修改的检查结果</translation>
    </message>
    <message>
        <source>Promise under the changes</source>
        <translation>修改后的承诺</translation>
    </message>
    <message>
        <source>✓ Findings gone: {count}</source>
        <translation>✓ 消除的检查结果：{count} 条</translation>
    </message>
    <message>
        <source>✓ No new finding.</source>
        <translation>✓ 没有新的检查结果。</translation>
    </message>
    <message>
        <source>Promise kept in {kept} of {open} open hours (before: {kept_before}), with 10 % more customers in {more} (before: {more_before})</source>
        <translation>{open} 个营业小时中 {kept} 个兑现承诺（此前 {kept_before}），顾客多 10 % 时 {more} 个（此前 {more_before}）</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Payroll program</source>
        <translation>工资软件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Codes file</source>
        <translation>代码文件</translation>
    </message>
    <message>
        <source>Export the pay</source>
        <translation>导出工资</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose the codes file</source>
        <translation>选择代码文件</translation>
    </message>
    <message>
        <source>what the program calls people and classes</source>
        <translation>软件对人员和类别的称呼</translation>
    </message>
</context>
<context>
    <name>FailureBox</name>
    <message>
        <source>This did not work</source>
        <translation>未能完成</translation>
    </message>
    <message>
        <source>This did not work. Nothing was changed.</source>
        <translation>未能完成。没有任何更改。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>The name or the PIN is wrong.</source>
        <translation>姓名或 PIN 有误。</translation>
    </message>
    <message>
        <source>After {count} failed attempts this name is locked for {minutes} minutes: wait, or ask a manager to reset the PIN.</source>
        <translation>失败 {count} 次后，该姓名锁定 {minutes} 分钟：请等待，或请经理重置 PIN。</translation>
    </message>
    <message>
        <source>Only a {roles} may do this; {name} is signed in as {role}.</source>
        <translation>只有{roles}可以这样做；{name} 的登录身份是{role}。</translation>
    </message>
    <message>
        <source>Only a {role} may do this: sign in as one.</source>
        <translation>只有{role}可以这样做：请以该身份登录。</translation>
    </message>
    <message>
        <source>the name is empty: give the name that the person types to sign in</source>
        <translation>姓名为空：请填写此人登录时输入的姓名</translation>
    </message>
    <message>
        <source>staff vote and bid as an employee: give the employee&apos;s id</source>
        <translation>员工以其员工身份投票和报班：请给出员工编号</translation>
    </message>
    <message>
        <source>staff vote and bid as an employee: choose the employee</source>
        <translation>员工以其员工身份投票和报班：请选择该员工</translation>
    </message>
    <message>
        <source>a PIN has {least} to {most} digits or letters; this one has {count}</source>
        <translation>PIN 为 {least} 至 {most} 位数字或字母；此 PIN 有 {count} 位</translation>
    </message>
    <message>
        <source>a PIN of one repeated character is too easy to guess: choose another</source>
        <translation>同一字符重复的 PIN 太容易猜：请另选</translation>
    </message>
    <message>
        <source>the PIN is the name: choose another</source>
        <translation>PIN 与姓名相同：请另选</translation>
    </message>
    <message>
        <source>is the only manager: make somebody else a manager first</source>
        <translation>是唯一的经理：请先让另一人成为经理</translation>
    </message>
    <message>
        <source>is not known: check the name, or add the user</source>
        <translation>未知：请核对姓名，或添加该用户</translation>
    </message>
    <message>
        <source>must be a {role}, so that somebody can add the others</source>
        <translation>必须是{role}，以便有人能添加其他人</translation>
    </message>
    <message>
        <source>{name} {obstacle}, and so does not decide appeal {number}: another hall&apos;s manager, a payroll clerk or the round&apos;s trustee does.</source>
        <translation>{name} {obstacle}，因此不能决定申诉 {number}：由另一营业厅的经理、薪资员或该次选班的受托人决定。</translation>
    </message>
    <message>
        <source>raised or answered it</source>
        <translation>提出或答复了它</translation>
    </message>
    <message>
        <source>manages the hall or held its round</source>
        <translation>管理该营业厅或主持了选班</translation>
    </message>
    <message>
        <source>is neither a manager, a payroll clerk nor the round&apos;s trustee</source>
        <translation>既不是经理、薪资员，也不是该次选班的受托人</translation>
    </message>
    <message>
        <source>appeal {number} about it is not decided yet</source>
        <translation>有关它的申诉 {number} 尚未决定</translation>
    </message>
    <message>
        <source>say in a sentence what is wrong</source>
        <translation>请用一句话说明有何不对</translation>
    </message>
    <message>
        <source>there is no shift {shift}: write TEMPLATE:DATE of an adopted template</source>
        <translation>没有班次 {shift}：请写“模板:日期”，模板须已通过</translation>
    </message>
    <message>
        <source>{name} raised appeal {number}: another manager answers it.</source>
        <translation>{name} 提出了申诉 {number}：由另一位经理答复。</translation>
    </message>
    <message>
        <source>give the reason for the decision; the person reads it</source>
        <translation>请写明决定的理由；当事人会看到</translation>
    </message>
    <message>
        <source>is no appeal</source>
        <translation>不是申诉</translation>
    </message>
    <message>
        <source>{name} is no employee, and so wishes for no shifts.</source>
        <translation>{name} 不是员工，因此不能申报班次志愿。</translation>
    </message>
    <message>
        <source>stands on vote {vote}, which does not count: withdraw the round</source>
        <translation>依据的投票 {vote} 无效：请撤回本次选班</translation>
    </message>
    <message>
        <source>is {state}: close it first</source>
        <translation>{state}：请先关闭</translation>
    </message>
    <message>
        <source>there is no hall {hall}; known: {known}</source>
        <translation>没有营业厅 {hall}；已知：{known}</translation>
    </message>
    <message>
        <source>{template} is not put to the vote; there are {known}</source>
        <translation>{template} 不在投票之列；有 {known}</translation>
    </message>
    <message>
        <source>is {state}: a counted vote is needed</source>
        <translation>{state}：需要已计票的投票</translation>
    </message>
    <message>
        <source>{name} manages the hall and may not hold the key to its boxes: name somebody else, such as another hall&apos;s manager or a payroll clerk.</source>
        <translation>{name} 管理该营业厅，不得持有票箱密钥：请指定他人，如另一营业厅的经理或薪资员。</translation>
    </message>
    <message>
        <source>{name} holds the key of {kind} {poll}, and so gives nothing to it.</source>
        <translation>{name} 持有{kind} {poll} 的密钥，因此不能参加。</translation>
    </message>
    <message>
        <source>{name} is not on the staff list of hall {hall}, whose {kind} this is.</source>
        <translation>{name} 不在营业厅 {hall} 的员工名单上，而这是该营业厅的{kind}。</translation>
    </message>
    <message>
        <source>the deadline has to lie before the period begins</source>
        <translation>截止时间须在期间开始之前</translation>
    </message>
    <message>
        <source>Only the trustee of {kind} {poll} may close it.</source>
        <translation>只有{kind} {poll} 的受托人可以关闭它。</translation>
    </message>
    <message>
        <source>{refused} The key lies under the PIN that {name} had at the opening.</source>
        <translation>{refused}密钥由 {name} 在开启时的 PIN 锁住。</translation>
    </message>
    <message>
        <source>is {state}: withdraw it before you open another</source>
        <translation>{state}：请先撤回，再开启另一次</translation>
    </message>
    <message>
        <source>{hall} has no {kind}{when}; open one first</source>
        <translation>{hall} 没有{kind}{when}；请先开启</translation>
    </message>
    <message>
        <source>give the reason for which it is withdrawn</source>
        <translation>请写明撤回的理由</translation>
    </message>
    <message>
        <source>is open until its deadline: close it after that</source>
        <translation>在截止时间之前开放：请在那之后关闭</translation>
    </message>
    <message>
        <source>is {state}: its key is destroyed</source>
        <translation>{state}：其密钥已销毁</translation>
    </message>
    <message>
        <source>the hall&apos;s details were changed since the vote: change them back, or withdraw the vote and open another</source>
        <translation>投票之后营业厅的信息有改动：请改回，或撤回投票并重新开启</translation>
    </message>
    <message>
        <source>{employee} bid, but is on the staff list no more: put them back, with the day on which they leave</source>
        <translation>{employee} 提交了志愿，但已不在员工名单上：请放回名单，并注明离职日期</translation>
    </message>
    <message>
        <source>is {state}: only a closed round is awarded, once</source>
        <translation>{state}：只有已关闭的选班可以分配，且只有一次</translation>
    </message>
    <message>
        <source>overlaps {what} from {start} to {end}</source>
        <translation>与 {what}（{start} 至 {end}）重叠</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>is not on the staff list of hall {hall}</source>
        <translation>不在营业厅 {hall} 的员工名单上</translation>
    </message>
    <message>
        <source>Only {employee} or a manager may do this.</source>
        <translation>只有 {employee} 或经理可以这样做。</translation>
    </message>
    <message>
        <source>Only a manager may answer requests.</source>
        <translation>只有经理可以答复申请。</translation>
    </message>
    <message>
        <source>leave ({kind})</source>
        <translation>休假（{kind}）</translation>
    </message>
    <message>
        <source>there is no such request</source>
        <translation>没有此申请</translation>
    </message>
    <message>
        <source>{name} is neither on the staff list of hall {hall} nor a manager.</source>
        <translation>{name} 既不在营业厅 {hall} 的员工名单上，也不是经理。</translation>
    </message>
    <message>
        <source>hall {hall} has no desk for {skill}: choose one of {skills}</source>
        <translation>营业厅 {hall} 没有 {skill} 柜台：请从 {skills} 中选择</translation>
    </message>
    <message>
        <source>covers no half-hour in which the hall is staffed: choose times and days when it is open</source>
        <translation>不覆盖任何需要人手的半小时：请选择营业的时间和日子</translation>
    </message>
    <message>
        <source>{template} is proposed already, as number {number}: comment on that</source>
        <translation>{template} 已被提议，编号 {number}：请在其下发表意见</translation>
    </message>
    <message>
        <source>write 1 to {most} characters, got {count}</source>
        <translation>请写 1 至 {most} 个字符，现有 {count} 个</translation>
    </message>
    <message>
        <source>give at least one weekday</source>
        <translation>请至少给出一个星期几</translation>
    </message>
    <message>
        <source>{name} is no employee, and so bids for no shifts.</source>
        <translation>{name} 不是员工，因此不能报班。</translation>
    </message>
    <message>
        <source>name a colleague: everybody bids for themselves anyway</source>
        <translation>请指定一位同事：每个人本来就为自己报班</translation>
    </message>
    <message>
        <source>{employee} has not consented that {name} bids for them: `shiftbid round proxy` does.</source>
        <translation>{employee} 未同意由 {name} 代为报班：可用 `shiftbid round proxy` 表示同意。</translation>
    </message>
    <message>
        <source>the deadline does not lie in the future: give a later one</source>
        <translation>截止时间不在将来：请给一个更晚的时间</translation>
    </message>
    <message>
        <source>nothing was counted in {hall} before the period: import its footfall first</source>
        <translation>{hall} 在此期间之前没有客流计数：请先导入</translation>
    </message>
    <message>
        <source>a quorum of {quorum} is more than the {staff} people of {hall}</source>
        <translation>法定人数 {quorum} 多于 {hall} 的 {staff} 人</translation>
    </message>
    <message>
        <source>Exchange {number} does not wait for {name}: {told}.</source>
        <translation>交换 {number} 不等 {name}：{told}。</translation>
    </message>
    <message>
        <source>{name} takes part in exchange {number}: another manager approves it.</source>
        <translation>{name} 参与了交换 {number}：由另一位经理批准。</translation>
    </message>
    <message>
        <source>Only whoever opened {kind} {number} takes it back.</source>
        <translation>只有提出{kind} {number} 的人可以撤回。</translation>
    </message>
    <message>
        <source>cannot be approved: {told}</source>
        <translation>不能批准：{told}</translation>
    </message>
    <message>
        <source>give the reason for which it is refused</source>
        <translation>请写明拒绝的理由</translation>
    </message>
    <message>
        <source>nobody gives {shift} away, and no heads are missing on it</source>
        <translation>没有人让出 {shift}，也不缺人</translation>
    </message>
    <message>
        <source>{shift} is the person&apos;s own already</source>
        <translation>{shift} 已是本人的班次</translation>
    </message>
    <message>
        <source>it waits for {names}</source>
        <translation>它在等 {names}</translation>
    </message>
    <message>
        <source>it waits for a manager</source>
        <translation>它在等经理</translation>
    </message>
    <message>
        <source>it waits for nobody</source>
        <translation>它不等任何人</translation>
    </message>
    <message>
        <source>{name} has {shift} already</source>
        <translation>{name} 已有 {shift}</translation>
    </message>
    <message>
        <source>{name} was not on the staff list of {hall} when its roster was published.</source>
        <translation>{hall} 的排班发布时，{name} 不在其员工名单上。</translation>
    </message>
    <message>
        <source>{count} shifts are asked for; name at most {most}</source>
        <translation>要求了 {count} 个班次；最多可列 {most} 个</translation>
    </message>
    <message>
        <source>{name} does not have shift {shift}</source>
        <translation>{name} 没有班次 {shift}</translation>
    </message>
    <message>
        <source>{shift} is pinned to {name}: a manager has to release it first</source>
        <translation>{shift} 已固定给 {name}：须先由经理解除</translation>
    </message>
    <message>
        <source>{shift} of {name} is part of exchange {number}, not yet decided</source>
        <translation>{name} 的 {shift} 属于尚未决定的交换 {number}</translation>
    </message>
    <message>
        <source>{shift} has begun already</source>
        <translation>{shift} 已经开始</translation>
    </message>
    <message>
        <source>there is none of this name</source>
        <translation>没有这个名称的记录</translation>
    </message>
    <message>
        <source>is {state}: nothing more is done with it</source>
        <translation>{state}：不能再作处理</translation>
    </message>
    <message>
        <source>it is offered already, in offer {number}: withdraw that first</source>
        <translation>它已在提议 {number} 中提供：请先撤回</translation>
    </message>
    <message>
        <source>no heads are missing there any more</source>
        <translation>那里已不再缺人</translation>
    </message>
    <message>
        <source>is {state}: shifts are exchanged between award and final</source>
        <translation>{state}：班次只能在分配之后、定稿之前交换</translation>
    </message>
    <message>
        <source>{name} was first and has {shift} by exchange {number} ({state})</source>
        <translation>{name} 在先，已通过交换 {number}（{state}）得到 {shift}</translation>
    </message>
    <message>
        <source>it would leave {count} more head half-hours of the demand uncovered</source>
        <translation>未满足的需求将增加 {count} 个人·半小时</translation>
    </message>
    <message>
        <source>{count} quarter hours of the certificate would no longer keep the promise</source>
        <translation>将有 {count} 个一刻钟不再守住等待承诺</translation>
    </message>
    <message>
        <source>{sentence} {rule} ({article}): {days} short.</source>
        <translation>{sentence}{rule}（{article}）：差 {days}。</translation>
    </message>
    <message>
        <source>The roster from {first} on would be known {given} days before; the hall has agreed {agreed}.</source>
        <translation>自 {first} 起的排班将提前 {given} 天公布；营业厅约定为 {agreed} 天。</translation>
    </message>
    <message>
        <source>{template} on {day} ({start}-{end})</source>
        <translation>{day} {template}（{start}-{end}）</translation>
    </message>
    <message>
        <source>nothing is published for {hall} from {first} to {last}</source>
        <translation>{hall} 在 {first} 至 {last} 尚未发布</translation>
    </message>
    <message>
        <source>{employee} no longer has shift {shift}</source>
        <translation>{employee} 已不再有班次 {shift}</translation>
    </message>
    <message>
        <source>{run} is locked; open it again with a reason first</source>
        <translation>{run} 已锁定；请先说明理由重新打开</translation>
    </message>
    <message>
        <source>{run} is locked and shares days with {first} to {last}</source>
        <translation>{run} 已锁定，且与 {first} 至 {last} 有重叠的日子</translation>
    </message>
    <message>
        <source>run {number} of hall {hall} for {first} to {last}</source>
        <translation>营业厅 {hall} {first} 至 {last} 的第 {number} 次结算</translation>
    </message>
    <message>
        <source>{who} clocked hours, but was on no staff list when the roster was published</source>
        <translation>{who} 有打卡工时，但排班发布时不在任何员工名单上</translation>
    </message>
    <message>
        <source>give the reason; it is kept with the run</source>
        <translation>请写明理由；它与结算一起保存</translation>
    </message>
    <message>
        <source>nothing is locked in hall {hall} for {first} to {last}</source>
        <translation>营业厅 {hall} 在 {first} 至 {last} 没有锁定的结算</translation>
    </message>
    <message>
        <source>version {now} was published since version {base} was opened; open it and make the changes there</source>
        <translation>打开版本 {base} 之后已发布版本 {now}；请打开它并在其中修改</translation>
    </message>
    <message>
        <source>version {version} is locked; reopen the period first</source>
        <translation>版本 {version} 已锁定；请先重新打开该期间</translation>
    </message>
    <message>
        <source>nothing differs from version {version}; change a shift first</source>
        <translation>与版本 {version} 没有差别；请先改动班次</translation>
    </message>
    <message>
        <source>{employee} can no longer pay for the day off in lieu on {day}: the minutes were spent since; plan the period again</source>
        <translation>{employee} 已无法抵付 {day} 的调休：分钟数此后已用掉；请重新排该期间</translation>
    </message>
    <message>
        <source>{employee} is on no staff list; add the person to one and import it</source>
        <translation>{employee} 不在任何员工名单上；请加入名单并导入</translation>
    </message>
    <message>
        <source>hall {hall} has no published roster for {days}; publish one or choose another period</source>
        <translation>营业厅 {hall} 在 {days} 没有已发布的排班；请发布或另选期间</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>agreed notice</source>
        <translation>约定的提前公布</translation>
    </message>
    <message>
        <source>terms of {hall}</source>
        <translation>{hall} 的约定</translation>
    </message>
    <message>
        <source>round {id}</source>
        <translation>选班 {id}</translation>
    </message>
    <message>
        <source>vote {id}</source>
        <translation>投票 {id}</translation>
    </message>
    <message>
        <source>exchange {number}</source>
        <translation>交换 {number}</translation>
    </message>
    <message>
        <source>request {id}</source>
        <translation>申请 {id}</translation>
    </message>
    <message>
        <source>employee {id}</source>
        <translation>员工 {id}</translation>
    </message>
    <message>
        <source>template {id}</source>
        <translation>模板 {id}</translation>
    </message>
    <message>
        <source>user {name}</source>
        <translation>用户 {name}</translation>
    </message>
    <message>
        <source>case {id}</source>
        <translation>案件 {id}</translation>
    </message>
    <message>
        <source>offer of {shift}</source>
        <translation>提供 {shift}</translation>
    </message>
    <message>
        <source>claim of {shift}</source>
        <translation>认领 {shift}</translation>
    </message>
    <message>
        <source>vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>round</source>
        <translation>选班</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>提议</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>ballot</source>
        <translation>选票</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>hall</source>
        <translation>营业厅</translation>
    </message>
    <message>
        <source>pay run</source>
        <translation>工资结算</translation>
    </message>
    <message>
        <source>first user</source>
        <translation>首个用户</translation>
    </message>
    <message>
        <source>open</source>
        <translation>开放中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已计票</translation>
    </message>
    <message>
        <source>revealed</source>
        <translation>志愿已公开</translation>
    </message>
    <message>
        <source>awarded</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>final</source>
        <translation>已定稿</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>upheld</source>
        <translation>已支持</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>payroll</source>
        <translation>薪资员</translation>
    </message>
    <message>
        <source>annual</source>
        <translation>年假</translation>
    </message>
    <message>
        <source>sick</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>toil</source>
        <translation>调休</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>无薪假</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>不可排班</translation>
    </message>
    <message>
        <source>The law knows no exception: choose an earlier date or a later period.</source>
        <translation>法律不允许例外：请选更早的日期或更晚的期间。</translation>
    </message>
    <message>
        <source>Choose an earlier date, or give the reason why it comes late.</source>
        <translation>请选更早的日期，或说明为何较晚。</translation>
    </message>
    <message>
        <source>{source}: {count} problems</source>
        <translation>{source}：{count} 个问题</translation>
    </message>
    <message>
        <source>{source}: {problem}</source>
        <translation>{source}：{problem}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one}或{other}</translation>
    </message>
    <message>
        <source>{tried} failed: {fault}. {advice}</source>
        <translation>{tried} 失败：{fault}。{advice}</translation>
    </message>
    <message>
        <source>Opening {database}</source>
        <translation>打开 {database}</translation>
    </message>
    <message>
        <source>Working on {database}</source>
        <translation>处理 {database}</translation>
    </message>
    <message>
        <source>Reading from {database}</source>
        <translation>读取 {database}</translation>
    </message>
    <message>
        <source>Writing {table} to {database}</source>
        <translation>向 {database} 写入 {table}</translation>
    </message>
    <message>
        <source>Somebody else changed the same data first. Reload it and do this again.</source>
        <translation>别人先改动了同一数据。请重新载入后再做一次。</translation>
    </message>
    <message>
        <source>Another program is writing to it. Wait for it to finish or close it, then try again.</source>
        <translation>另一程序正在写入。请等它完成或关闭它，然后再试。</translation>
    </message>
    <message>
        <source>The disk is full. Free space on it and try again; nothing was changed.</source>
        <translation>磁盘已满。请腾出空间后再试；没有任何改动。</translation>
    </message>
    <message>
        <source>The file or its folder may not be written to. Ask for that right, or choose another place.</source>
        <translation>该文件或其文件夹不可写入。请申请写入权限，或另选位置。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that its folder exists and may be read and written.</source>
        <translation>无法打开该文件。请检查其文件夹是否存在、是否可读写。</translation>
    </message>
    <message>
        <source>The file is not a shiftbid database. Give the right file, or restore a backup.</source>
        <translation>该文件不是 shiftbid 数据库。请指定正确的文件，或恢复备份。</translation>
    </message>
    <message>
        <source>The file is damaged. Restore the latest backup with `shiftbid db restore`.</source>
        <translation>该文件已损坏。请用 `shiftbid db restore` 恢复最近的备份。</translation>
    </message>
    <message>
        <source>The disk reports an error. Check the disk, then run `shiftbid db check`.</source>
        <translation>磁盘报告错误。请检查磁盘，然后运行 `shiftbid db check`。</translation>
    </message>
    <message>
        <source>Another program holds it. Wait for it to finish, then try again.</source>
        <translation>另一程序正占用它。请等它完成后再试。</translation>
    </message>
    <message>
        <source>The server is out of room (disk, memory or connections). Tell whoever runs it; nothing was changed.</source>
        <translation>服务器资源不足（磁盘、内存或连接）。请告知管理人员；没有任何改动。</translation>
    </message>
    <message>
        <source>The server refuses the user. Check the user and password in the URL.</source>
        <translation>服务器拒绝该用户。请检查 URL 中的用户名和密码。</translation>
    </message>
    <message>
        <source>The server has no database of that name. Create it, or check the URL.</source>
        <translation>服务器上没有该名称的数据库。请建立它，或检查 URL。</translation>
    </message>
    <message>
        <source>The server lets it be read only. Ask whoever runs the server where to write.</source>
        <translation>服务器只允许读取。请向管理人员询问可写入的位置。</translation>
    </message>
    <message>
        <source>The user may not do this. Ask whoever runs the server for the right.</source>
        <translation>该用户无权这样做。请向管理人员申请权限。</translation>
    </message>
    <message>
        <source>The server ended the connection. Try again when it is back.</source>
        <translation>服务器断开了连接。请待其恢复后再试。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check that it runs and that the URL names it.</source>
        <translation>无法连接服务器。请检查它是否在运行、URL 是否正确。</translation>
    </message>
    <message>
        <source>Its tables are missing or of another version. Run `shiftbid db init` or `shiftbid db upgrade`; if that mends nothing, move the database away and make it anew (the sample with `make demo`).</source>
        <translation>其中的表缺失或属于另一版本。请运行 `shiftbid db init` 或 `shiftbid db upgrade`；如仍不行，请移走该数据库并重新建立（示例数据用 `make demo`）。</translation>
    </message>
    <message>
        <source>something is named that is not known here</source>
        <translation>提到了这里未知的内容</translation>
    </message>
    <message>
        <source>a value is outside its range</source>
        <translation>有一个值超出范围</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>缺少一个值</translation>
    </message>
    <message>
        <source>a value is of another kind</source>
        <translation>有一个值类型不符</translation>
    </message>
    <message>
        <source>{database} holds no tables of shiftbid: run `shiftbid db init`.</source>
        <translation>{database} 中没有 shiftbid 的表：请运行 `shiftbid db init`。</translation>
    </message>
    <message>
        <source>The tables in {database} are of version {present}, this program works with {newest}: make a backup with `shiftbid db backup`, then run `shiftbid db upgrade`.</source>
        <translation>{database} 中的表为版本 {present}，本程序使用 {newest}：请先用 `shiftbid db backup` 备份，再运行 `shiftbid db upgrade`。</translation>
    </message>
    <message>
        <source>The tables in {database} are of version {present}, made by a newer shiftbid than this one ({newest}): install the newer program.</source>
        <translation>{database} 中的表为版本 {present}，由比本程序（{newest}）更新的 shiftbid 建立：请安装更新的程序。</translation>
    </message>
    <message>
        <source>{name}: start with a letter or digit and use letters, digits, &apos;.&apos;, &apos;-&apos;, &apos;_&apos;</source>
        <translation>{name}：须以字母或数字开头，只用字母、数字和 &apos;.&apos;、&apos;-&apos;、&apos;_&apos;</translation>
    </message>
    <message>
        <source>{text} is not a number of 0 or more</source>
        <translation>{text} 不是 0 或更大的数</translation>
    </message>
    <message>
        <source>{text} is not a whole number</source>
        <translation>{text} 不是整数</translation>
    </message>
    <message>
        <source>{text} is unknown; use {known}</source>
        <translation>{text} 无法识别；请用 {known}</translation>
    </message>
    <message>
        <source>is blank</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>no column holds {fields}; columns are {names}: use --map COLUMN={field}</source>
        <translation>没有一列是 {fields}；文件的列为 {names}：请用 --map 列名={field} 指定</translation>
    </message>
    <message>
        <source>--map {column}={field}: the file&apos;s columns are {names}</source>
        <translation>--map {column}={field}：文件的列为 {names}</translation>
    </message>
    <message>
        <source>--map {column}={field}: fields are {fields} and {ignore}</source>
        <translation>--map {column}={field}：可用的字段为 {fields} 和 {ignore}</translation>
    </message>
    <message>
        <source>--map {column}={field}: {twice} is given twice</source>
        <translation>--map {column}={field}：{twice} 指定了两次</translation>
    </message>
    <message>
        <source>has {count} fields, the header has {columns}</source>
        <translation>有 {count} 个单元格，而表头有 {columns} 个</translation>
    </message>
    <message>
        <source>and {count} more problems</source>
        <translation>另有 {count} 个问题</translation>
    </message>
    <message>
        <source>holds no rows under its header</source>
        <translation>表头之下没有数据行</translation>
    </message>
    <message>
        <source>its first sheet is empty</source>
        <translation>第一张工作表是空的</translation>
    </message>
    <message>
        <source>holds characters that are damaged; say in which encoding the file is</source>
        <translation>含有损坏的字符；请说明文件的编码</translation>
    </message>
    <message>
        <source>is not one that can be read; save it as .xlsx or CSV</source>
        <translation>无法读取；请另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>cannot be read: {fault}</source>
        <translation>无法读取：{fault}</translation>
    </message>
    <message>
        <source>{encoding} is unknown; use utf-8, gb18030 or latin-1</source>
        <translation>{encoding} 无法识别；请用 utf-8、gb18030 或 latin-1</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>{born} is less than {years} years before {first}, the first day of work</source>
        <translation>{born} 距入职日期 {first} 不到 {years} 年</translation>
    </message>
    <message>
        <source>{minutes} minutes a week are more than a week has; give weekly hours or minutes</source>
        <translation>每周 {minutes} 分钟超过了一周的时间；请填每周的小时或分钟</translation>
    </message>
    <message>
        <source>{employee} stands in row {row} already; list everybody once</source>
        <translation>{employee} 已在第 {row} 行出现；每人只列一次</translation>
    </message>
    <message>
        <source>{last} lies before {first}; give the last day on which the record holds</source>
        <translation>{last} 早于 {first}；请填记录有效的最后一天</translation>
    </message>
    <message>
        <source>{employee} is not on the hall&apos;s staff list; import staff first, or write everybody</source>
        <translation>{employee} 不在营业厅的员工名单上；请先导入员工，或写 everybody（所有人）</translation>
    </message>
    <message>
        <source>{rule} is no rule of any pack; findings.csv and docs/rules.md name the rules</source>
        <translation>{rule} 不是任何规则包中的规则；规则名称见 findings.csv 和 docs/rules.md</translation>
    </message>
    <message>
        <source>a person&apos;s consent is the person&apos;s own; name the employee, or who allowed it to everybody</source>
        <translation>个人的同意只属于本人；请写明员工，或写明是谁准许所有人的</translation>
    </message>
    <message>
        <source>{day} stands in row {row} already</source>
        <translation>{day} 已在第 {row} 行出现</translation>
    </message>
    <message>
        <source>{day} is {weekday}; only {what} can be {class}</source>
        <translation>{day} 是{weekday}；只有{what}可以是 {class}</translation>
    </message>
    <message>
        <source>a weekend day</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>a weekday</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>{one} say day first and {other} month first</source>
        <translation>{one} 是日在前，{other} 是月在前</translation>
    </message>
    <message>
        <source>day and month cannot be told apart ({why}); give --dates d/m or --dates m/d</source>
        <translation>无法分清日和月（{why}）；请用 --dates d/m 或 --dates m/d 指定</translation>
    </message>
    <message>
        <source>none has a number above 12</source>
        <translation>没有一个数大于 12</translation>
    </message>
    <message>
        <source>year {year} is out of range</source>
        <translation>年份 {year} 超出范围</translation>
    </message>
    <message>
        <source>{text} is not a time of day; write 09:30:00</source>
        <translation>{text} 不是时刻；请写成 09:30:00</translation>
    </message>
    <message>
        <source>{text} has no date, and no column has it; give --origin</source>
        <translation>{text} 没有日期，也没有日期列；请给出日期</translation>
    </message>
    <message>
        <source>{text} is a bare number; give --origin with the time from which it counts seconds</source>
        <translation>{text} 只是一个数；请用 --origin 给出它从何时起按秒计</translation>
    </message>
    <message>
        <source>{text} is no number of seconds after --origin</source>
        <translation>{text} 不是 --origin 之后的秒数</translation>
    </message>
    <message>
        <source>{text} has no known offset from UTC</source>
        <translation>{text} 与 UTC 的时差未知</translation>
    </message>
    <message>
        <source>{text} is not a date of the calendar</source>
        <translation>{text} 不是历法中的日期</translation>
    </message>
    <message>
        <source>{text} is not a date; write 2026-03-31</source>
        <translation>{text} 不是日期；请写成 2026-03-31</translation>
    </message>
    <message>
        <source>the text is not {encoding}; {hint}</source>
        <translation>文本不是 {encoding} 编码；{hint}</translation>
    </message>
    <message>
        <source>the .gz archive is cut off or damaged ({fault}); copy the file again</source>
        <translation>.gz 压缩文件不完整或已损坏（{fault}）；请重新复制该文件</translation>
    </message>
    <message>
        <source>no text encoding is called &quot;{encoding}&quot;; try utf-8, utf-8-sig or gb18030</source>
        <translation>没有名为“{encoding}”的编码；请试 utf-8、utf-8-sig 或 gb18030</translation>
    </message>
    <message>
        <source>the file ends in the middle of a {encoding} character</source>
        <translation>文件在一个 {encoding} 字符的中间结束</translation>
    </message>
    <message>
        <source>the file cannot be read: {fault}</source>
        <translation>无法读取文件：{fault}</translation>
    </message>
    <message>
        <source>the file starts with a byte-order mark; save it as UTF-8 without one, or pass `--encoding utf-8-sig`</source>
        <translation>文件以字节顺序标记开头；请另存为不带标记的 UTF-8</translation>
    </message>
    <message>
        <source>it looks like GB18030 (Chinese): save it as UTF-8, or pass `--encoding gb18030`</source>
        <translation>看来是 GB18030（中文）：请另存为 UTF-8</translation>
    </message>
    <message>
        <source>save it as UTF-8, or name its encoding with `--encoding`</source>
        <translation>请另存为 UTF-8</translation>
    </message>
    <message>
        <source>the file is UTF-16; save it as UTF-8, or pass `--encoding utf-16`</source>
        <translation>文件是 UTF-16 编码；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>a NUL byte: this is not a text file, or it is damaged</source>
        <translation>含有空字节：这不是文本文件，或已损坏</translation>
    </message>
    <message>
        <source>the line is longer than 1 MiB: this is not a table of counts</source>
        <translation>一行超过 1 MiB：这不是客流表</translation>
    </message>
    <message>
        <source>the file holds more than 4 GiB; split it by hall or year</source>
        <translation>文件超过 4 GiB；请按营业厅或年份拆分</translation>
    </message>
    <message>
        <source>dates in the wrong order: {time} is earlier than the row before it ({who})</source>
        <translation>日期顺序不对：{time} 早于上一行（{who}）</translation>
    </message>
    <message>
        <source>{hours}{who}: {first} to {until}. Say with `--missing-rows closed` or `--missing-rows unknown` what an hour without a row means</source>
        <translation>缺行（{hours}{who}）：{first} 至 {until}。请说明没有行的钟点是关门还是未计数</translation>
    </message>
    <message>
        <source>{time} is there twice for {hall}{clock}</source>
        <translation>{hall}{clock} 的 {time} 出现了两次</translation>
    </message>
    <message>
        <source>{readings} readings at clock hours that {zone} skips in spring were left out</source>
        <translation>{zone} 在春季跳过的钟点有 {readings} 个读数，已略去</translation>
    </message>
    <message>
        <source>the file spans {years} years ({span}): is a year mistyped?</source>
        <translation>文件跨 {years} 年（{span}）：是否有年份写错？</translation>
    </message>
    <message>
        <source>some times carry a UTC offset and some do not; write all of them in one way</source>
        <translation>有的时间带 UTC 时差，有的不带；请统一写法</translation>
    </message>
    <message>
        <source>the UTC offset changes in the file: name the zone of the clock with `--timezone`</source>
        <translation>文件中的 UTC 时差有变化：请给出时区</translation>
    </message>
    <message>
        <source>there is no row before {time}</source>
        <translation>{time} 之前没有数据行</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a number; expected a count, or a blank for no reading</source>
        <translation>“{text}”不是数；应为人数，没有读数则留空</translation>
    </message>
    <message>
        <source>the row cannot be split into columns ({fault})</source>
        <translation>该行无法分成列（{fault}）</translation>
    </message>
    <message>
        <source>no row is of the hall &quot;{hall}&quot;</source>
        <translation>没有一行属于营业厅“{hall}”</translation>
    </message>
    <message>
        <source>{count} is negative; expected a count, or a blank for no reading</source>
        <translation>{count} 是负数；应为人数，没有读数则留空</translation>
    </message>
    <message>
        <source>the row has {cells} cells, the header {columns}</source>
        <translation>该行有 {cells} 个单元格，表头有 {columns} 个</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a time; {expected}</source>
        <translation>“{text}”不是时间；{expected}</translation>
    </message>
    <message>
        <source>expected a time such as 2024-03-01T09:00 or 2024-03-01T09:00+13:00</source>
        <translation>应为 2024-03-01T09:00 或 2024-03-01T09:00+13:00 这样的时间</translation>
    </message>
    <message>
        <source>{count} customers in one reading is not plausible</source>
        <translation>一次读数 {count} 位客户不合情理</translation>
    </message>
    <message>
        <source>there are no rows of counts below the header</source>
        <translation>表头之下没有客流行</translation>
    </message>
    <message>
        <source>the file is empty; expected a header row and rows of counts</source>
        <translation>文件是空的；应有表头行和客流行</translation>
    </message>
    <message>
        <source>no column holds counts</source>
        <translation>没有一列是客流</translation>
    </message>
    <message>
        <source>the hall is blank</source>
        <translation>营业厅为空</translation>
    </message>
    <message>
        <source>no column {wanted}; the file has {names}. Name it with `--map COLUMN={field}`</source>
        <translation>没有列 {wanted}；文件有 {names}。请用 `--map 列名={field}` 指定</translation>
    </message>
    <message>
        <source>no field is called &quot;{field}&quot;; expected one of {known}</source>
        <translation>没有名为“{field}”的字段；应为 {known} 之一</translation>
    </message>
    <message>
        <source>no column is called &quot;{name}&quot; (named with `--map`); the file has {names}</source>
        <translation>没有名为“{name}”的列（由 `--map` 指定）；文件有 {names}</translation>
    </message>
    <message>
        <source>no column is called &quot;{name}&quot;; the file has {names}</source>
        <translation>没有名为“{name}”的列；文件有 {names}</translation>
    </message>
    <message>
        <source>the column appears more than once</source>
        <translation>该列出现不止一次</translation>
    </message>
    <message>
        <source>no column of counts beside the time</source>
        <translation>时间之外没有客流列</translation>
    </message>
    <message>
        <source>the name is empty: give the name that people read</source>
        <translation>名称为空：请给出供人阅读的名称</translation>
    </message>
    <message>
        <source>{hall} is not in the file; it has {known}</source>
        <translation>{hall} 不在文件中；文件有 {known}</translation>
    </message>
    <message>
        <source>class {class} is unknown; use {known}, or leave the class out</source>
        <translation>客户类型 {class} 无法识别；请用 {known}，或不写类型</translation>
    </message>
    <message>
        <source>{hall}: rows with and without a class are mixed</source>
        <translation>{hall}：有的行写了客户类型，有的没有</translation>
    </message>
    <message>
        <source>the file holds no counts</source>
        <translation>文件中没有客流</translation>
    </message>
    <message>
        <source>{zone} is not a known zone; give an IANA name such as Europe/Berlin</source>
        <translation>{zone} 不是已知的时区；请给出 IANA 名称，如 Asia/Shanghai</translation>
    </message>
    <message>
        <source>{country} keeps several time zones; give one, such as --timezone {zone}</source>
        <translation>{country} 有多个时区；请给出其中一个，如 {zone}</translation>
    </message>
    <message>
        <source>{country} is not a country code; give two letters, such as NZ</source>
        <translation>{country} 不是国家代码；请给出两个字母，如 CN</translation>
    </message>
    <message>
        <source>{text} is not a time of day; write HH:MM, for example 09:30</source>
        <translation>{text} 不是时刻；请写成 HH:MM，例如 09:30</translation>
    </message>
    <message>
        <source>{part}: write 09:00-19:00 or mon-fri 09:00-19:00</source>
        <translation>{part}：请写成 09:00-19:00 或 周一至周五 09:00-19:00</translation>
    </message>
    <message>
        <source>{text}: write opening and closing time, such as 09:00-19:00</source>
        <translation>{text}：请写出开门和关门时间，如 09:00-19:00</translation>
    </message>
    <message>
        <source>{text}: opening at midnight is written 00:00</source>
        <translation>{text}：午夜开门请写成 00:00</translation>
    </message>
    <message>
        <source>{name} is not a weekday; use {known}</source>
        <translation>{name} 不是星期几；请用 {known}</translation>
    </message>
    <message>
        <source>no holidays are known for {country}; give an ISO 3166 code such as NZ, CN or DE</source>
        <translation>不知道 {country} 的节假日；请给出 ISO 3166 代码，如 CN、NZ 或 DE</translation>
    </message>
    <message>
        <source>{country} has no subdivisions here; leave {part} out</source>
        <translation>{country} 在此没有地区；请不要填 {part}</translation>
    </message>
    <message>
        <source>{country} has no subdivision {part}; it has {known}</source>
        <translation>{country} 没有地区 {part}；可用的为 {known}</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>“{column}”列</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行“{column}”列</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>With template {template} on {day}, whoever changed that day, {fault}.</source>
        <translation>若 {day} 给出班次 {template}，无论当天谁换班，{fault}。</translation>
    </message>
    <message>
        <source>With the day off on {day}, whoever changed that day, {fault}.</source>
        <translation>若 {day} 休息，无论当天谁换班，{fault}。</translation>
    </message>
    <message>
        <source>Without template {template} on {day}, whoever changed that day, {fault}.</source>
        <translation>若 {day} 不安排班次 {template}，无论当天谁换班，{fault}。</translation>
    </message>
    <message>
        <source>at least {count} more head half-hours of the demand would be missing</source>
        <translation>至少会再缺 {count} 个人·半小时的需求</translation>
    </message>
    <message>
        <source>a day off in lieu that is due could not be given back</source>
        <translation>应补休的一天将无法安排</translation>
    </message>
    <message>
        <source>at least {count} more minutes of the contracts would be lacking</source>
        <translation>合同工时至少会再少 {count} 分钟</translation>
    </message>
    <message>
        <source>{amount} more satisfaction would be lacking to the floor</source>
        <translation>距最低满意度会再差 {amount}</translation>
    </message>
    <message>
        <source>the welfare of all would be lower by {amount}: the other person would lose more than you would gain</source>
        <translation>全体福利将降低 {amount}：对方失去的比您得到的多</translation>
    </message>
    <message>
        <source>the welfare of all would be lower by {amount}: your other wishes weigh more</source>
        <translation>全体福利将降低 {amount}：您的其他志愿更重要</translation>
    </message>
    <message>
        <source>late, weekend and peak shifts would be spread less evenly</source>
        <translation>晚班、周末班和高峰班的分担会更不均</translation>
    </message>
    <message>
        <source>nothing would change but the sum of tie numbers, higher by {count}</source>
        <translation>除抽签号之和增加 {count} 外没有变化</translation>
    </message>
    <message>
        <source>a rule on working time would be broken</source>
        <translation>将违反一条工时规则</translation>
    </message>
    <message>
        <source>no cover would be lost; but nobody who could have it claimed it, and only claims move shifts</source>
        <translation>不会少人；但能上的人都没有认领，而只有认领才能换班</translation>
    </message>
    <message>
        <source>somebody would give up what they took before you</source>
        <translation>有人要放弃在您之前已选到的班</translation>
    </message>
    <message>
        <source>A credit of {amount} would have won it.</source>
        <translation>若有 {amount} 的积分余额，本可如愿。</translation>
    </message>
    <message>
        <source>Wished as want instead of like it would have been won.</source>
        <translation>若标为“很想要”而不是“喜欢”，本可如愿。</translation>
    </message>
    <message>
        <source>Fewest paid hours</source>
        <translation>付薪工时最少</translation>
    </message>
    <message>
        <source>Few templates ({count})</source>
        <translation>班次模板少（{count}）</translation>
    </message>
    <message>
        <source>No short shifts</source>
        <translation>没有短班</translation>
    </message>
    <message>
        <source>Later starts</source>
        <translation>上班较晚</translation>
    </message>
    <message>
        <source>Short shifts only</source>
        <translation>只有短班</translation>
    </message>
    <message>
        <source>part of it</source>
        <translation>已列入</translation>
    </message>
    <message>
        <source>other templates cover at no higher cost, as far as was searched</source>
        <translation>在搜索范围内，其他班次以不更高的成本覆盖需求</translation>
    </message>
    <message>
        <source>the law that holds in the period forbids it, or the hall is closed then</source>
        <translation>期间适用的法律不允许，或营业厅当时不营业</translation>
    </message>
</context>
<context>
    <name>Fairness</name>
    <message>
        <source>Least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Tenth percentile</source>
        <translation>第十百分位</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Gini coefficient</source>
        <translation>基尼系数</translation>
    </message>
    <message>
        <source>Jain’s index</source>
        <translation>Jain 指数</translation>
    </message>
    <message>
        <source>Envy, pairs</source>
        <translation>羡慕（对数）</translation>
    </message>
    <message>
        <source>Envy whichever shift is left out</source>
        <translation>去掉任一班仍羡慕</translation>
    </message>
    <message>
        <source>Justified envy</source>
        <translation>有理由的羡慕</translation>
    </message>
    <message>
        <source>Price of fairness, at most</source>
        <translation>公平的代价，最多</translation>
    </message>
    <message>
        <source>what the person with least has</source>
        <translation>得到最少的人所得</translation>
    </message>
    <message>
        <source>a tenth of all have no more than this</source>
        <translation>十分之一的人不超过此数</translation>
    </message>
    <message>
        <source>the sum of all over how many they are</source>
        <translation>全部之和除以人数</translation>
    </message>
    <message>
        <source>what the person with most has</source>
        <translation>得到最多的人所得</translation>
    </message>
    <message>
        <source>0 where all are equal; near 1 where one has all</source>
        <translation>人人相等时为 0；一人独占时接近 1</translation>
    </message>
    <message>
        <source>1 where all are equal; 1 over their number where one has all</source>
        <translation>人人相等时为 1；一人独占时为人数的倒数</translation>
    </message>
    <message>
        <source>the first would have over a tenth more points with the second’s shifts, and may work them</source>
        <translation>第一人若有第二人的班次，得分会多出十分之一以上，而且依法可以上这些班</translation>
    </message>
    <message>
        <source>of those, pairs in which it stays so whichever one shift of the other is left out</source>
        <translation>其中无论去掉对方哪一个班都仍如此的对数</translation>
    </message>
    <message>
        <source>of those, pairs in which the first brought at least the second’s credit</source>
        <translation>其中第一人带来的积分不少于第二人的对数</translation>
    </message>
    <message>
        <source>1 less the mean satisfaction: no award could give more than that on top</source>
        <translation>1 减平均满意度：任何分配最多只能再多这些</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Burden</source>
        <translation>负担</translation>
    </message>
    <message>
        <source>Satisfaction, last rounds</source>
        <translation>满意度，最近几轮</translation>
    </message>
    <message>
        <source>Burden, last rounds</source>
        <translation>负担，最近几轮</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Credit for the next round</source>
        <translation>下一轮的积分</translation>
    </message>
</context>
<context>
    <name>FairnessPage</name>
    <message>
        <source>Fairness</source>
        <translation>公平</translation>
    </message>
    <message>
        <source>Satisfaction of everybody who wished, the least first</source>
        <translation>每个提出志愿者的满意度，最少的在前</translation>
    </message>
    <message>
        <source>Figures and their definitions</source>
        <translation>指标及其定义</translation>
    </message>
    <message>
        <source>Everybody, the least satisfied first</source>
        <translation>所有人，满意度最低的在前</translation>
    </message>
    <message>
        <source>No award yet</source>
        <translation>尚无分配</translation>
    </message>
    <message>
        <source>The figures are published with the award of a bidding round.</source>
        <translation>这些指标随选班的分配一起公布。</translation>
    </message>
    <message>
        <source>Nobody wished for shifts in the period from {day}, so there is no satisfaction to compare: a vote and a bidding round ask the staff. Below is how late starts, weekends and peak shifts (the burden) are shared.</source>
        <translation>从 {day} 起的周期内没有人申请班次，因此没有可比较的满意度：投票和申请轮次会征求员工意见。下方是晚班、周末班和高峰班（负担）的分摊情况。</translation>
    </message>
    <message>
        <source>Award of the period from {day}. Satisfaction from 0 % (the least a person could have been awarded) to 100 % (the best). Last rounds together: {rounds}; what is short now weighs more in the next round.</source>
        <translation>自 {day} 起的周期的分配。满意度从 0 %（该人可能得到的最少）到 100 %（最好）。合计最近轮数：{rounds}；这次不足的，下一轮权重更大。</translation>
    </message>
</context>
<context>
    <name>FindingModel</name>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Person, rule or any word</source>
        <translation>人员、规则或任意词</translation>
    </message>
    <message>
        <source>Filter the findings</source>
        <translation>筛选检查结果</translation>
    </message>
    <message>
        <source>The current finding in full</source>
        <translation>所选检查结果的全文</translation>
    </message>
    <message>
        <source>Double-click a finding, or press Enter on it, to see it in the roster.</source>
        <translation>双击或按回车键可在排班表中查看。</translation>
    </message>
    <message>
        <source>No rule is broken</source>
        <translation>没有违反规则</translation>
    </message>
    <message>
        <source>The roster was checked against every rule of the pack in force, and nothing was found.</source>
        <translation>已按现行规则包的全部规则检查排班表，没有发现问题。</translation>
    </message>
    <message>
        <source>{findings} · hidden by the filter: {count}</source>
        <translation>{findings} · 被筛选隐藏：{count}</translation>
    </message>
</context>
<context>
    <name>FootfallPage</name>
    <message>
        <source>Footfall</source>
        <translation>客流</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>How many days are seen at once</source>
        <translation>一次显示多少天</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>2 weeks</source>
        <translation>2 周</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 周</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Move along the days</source>
        <translation>沿日期移动</translation>
    </message>
    <message>
        <source>The hour marked, in words</source>
        <translation>所选小时的说明</translation>
    </message>
    <message>
        <source>No forecast</source>
        <translation>没有预测</translation>
    </message>
    <message>
        <source>This plan was made without a forecast of footfall.</source>
        <translation>此计划没有客流预测。</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>8 hours in 10 fall in here</source>
        <translation>十个小时中有八个落在此范围</translation>
    </message>
    <message>
        <source>rest day or holiday (✱)</source>
        <translation>休息日或节假日（✱）</translation>
    </message>
    <message>
        <source>{customers} customers per hour</source>
        <translation>每小时{customers}客户</translation>
    </message>
    <message>
        <source>{customers}: {total} expected</source>
        <translation>{customers}：预计 {total}</translation>
    </message>
    <message>
        <source>most on {day} at {clock}, {mean}</source>
        <translation>最多在 {day} {clock}，{mean}</translation>
    </message>
    <message>
        <source>{customers} {mean} expected ({low} to {high})</source>
        <translation>{customers}预计 {mean}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{customers}: no reading</source>
        <translation>{customers}：无读数</translation>
    </message>
    <message>
        <source>{customers} {count} counted</source>
        <translation>{customers}实际 {count}</translation>
    </message>
    <message>
        <source>How many customers came in each hour: what the forecast of your demand is made from.</source>
        <translation>每小时来了多少客户：需求预测由此得出。</translation>
    </message>
    <message>
        <source>An hour &amp;without a row</source>
        <translation>缺少的小时(&amp;W)</translation>
    </message>
    <message>
        <source>is closed where that hour regularly has none, else unknown</source>
        <translation>若该时段通常没有则为关门，否则为未知</translation>
    </message>
    <message>
        <source>is closed</source>
        <translation>表示关门</translation>
    </message>
    <message>
        <source>was not counted</source>
        <translation>表示未计数</translation>
    </message>
    <message>
        <source>is a mistake</source>
        <translation>是错误</translation>
    </message>
    <message>
        <source>One row an hour (or a shorter time). Needed are, in any order and under any name: the day and the hour, in one column or in two, and the number of customers. A year is best; a few weeks are the least. A queue machine, a ticket printer or a door counter can write such a file.</source>
        <translation>每小时（或更短时段）一行。需要以下内容，列的顺序和名称不限：日期和小时（一列或两列均可）以及客户人数。最好有一年的数据，至少要有几周。叫号机、取号机或门口客流计数器都能导出这样的文件。</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>planned / contract h</source>
        <translation>计划 / 合同工时</translation>
    </message>
    <message>
        <source>Roster: people down, days across</source>
        <translation>排班表：纵向为人员，横向为日期</translation>
    </message>
    <message>
        <source>People and hours by day</source>
        <translation>每天的人数和工时</translation>
    </message>
</context>
<context>
    <name>HallPage</name>
    <message>
        <source>The hall</source>
        <translation>营业厅</translation>
    </message>
    <message>
        <source>a share of customers waits no longer than</source>
        <translation>一定比例的客户等待不超过</translation>
    </message>
    <message>
        <source>customers wait on average no longer than</source>
        <translation>客户平均等待不超过</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>国家(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Opening hours</source>
        <translation>营业时间(&amp;O)</translation>
    </message>
    <message>
        <source>Coun&amp;ters</source>
        <translation>柜台数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Minutes for one customer</source>
        <translation>每位客户服务时间(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Promise</source>
        <translation>等待承诺(&amp;P)</translation>
    </message>
    <message>
        <source>Its place decides holidays and working-time law. The promise can be changed on the page Settings, the rest with the command “shiftbid halls change”.</source>
        <translation>所在地决定节假日和工时法规。承诺可在“设置”页修改，其余用命令“shiftbid halls change”修改。</translation>
    </message>
    <message>
        <source>mon-fri 09:00-17:00</source>
        <translation>周一至周五 09:00-17:00</translation>
    </message>
    <message>
        <source>that of the country, or a name such as Europe/Berlin</source>
        <translation>该国的时区，或输入名称，例如 Asia/Shanghai</translation>
    </message>
    <message>
        <source>Such as mon-fri 09:00-17:00, sat 09:00-13:00. Days left out are closed.</source>
        <translation>例如：周一至周五 09:00-17:00，周六 09:00-13:00。没有写的日子不营业。</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>名称(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Short name, in files</source>
        <translation>简称，用于文件(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>地区(&amp;R)</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>People on duty, at &amp;least</source>
        <translation>至少在岗人数(&amp;L)</translation>
    </message>
    <message>
        <source>… VIP customers in busy hours</source>
        <translation>……繁忙时段的贵宾客户</translation>
    </message>
    <message>
        <source>… other customers in busy hours</source>
        <translation>……繁忙时段的其他客户</translation>
    </message>
    <message>
        <source>… everybody in quiet hours</source>
        <translation>… 清闲时段所有客户</translation>
    </message>
    <message>
        <source>The promise decides how many people each hour needs. A busy hour is one of the hall’s fullest; which they are follows from the counts.</source>
        <translation>承诺决定每小时需要多少人。繁忙时段是营业厅客流最大的时段，由客流数据得出。</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Part of the country</source>
        <translation>国内地区</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>柜台数</translation>
    </message>
    <message>
        <source>Heads whenever the hall is open, at least</source>
        <translation>营业期间最少人数</translation>
    </message>
    <message>
        <source>Minutes of service of one customer</source>
        <translation>每位客户的服务分钟数</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>Share of customers in time</source>
        <translation>按时接待的客户比例</translation>
    </message>
    <message>
        <source>Longest wait of VIP customers in busy hours</source>
        <translation>繁忙时段 VIP 客户最长等待</translation>
    </message>
    <message>
        <source>Longest wait of other customers in busy hours</source>
        <translation>繁忙时段其他客户最长等待</translation>
    </message>
    <message>
        <source>Longest wait of everybody in quiet hours</source>
        <translation>清闲时段所有客户最长等待</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help on the page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>Inquiry</name>
    <message>
        <source>no set with it covers the demand within the limits</source>
        <translation>在限额之内，没有含它的组合能满足需求</translation>
    </message>
    <message>
        <source>not decided within the limit of work</source>
        <translation>在计算量限制内未能确定</translation>
    </message>
    <message>
        <source>would have displaced {displaced}</source>
        <translation>会取代 {displaced}</translation>
    </message>
    <message>
        <source>with {joined} would have displaced {displaced}</source>
        <translation>连同 {joined} 会取代 {displaced}</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>赞成人数</translation>
    </message>
    <message>
        <source>What adopting it would have meant</source>
        <translation>若采用它</translation>
    </message>
    <message>
        <source>Points then</source>
        <translation>届时得分</translation>
    </message>
</context>
<context>
    <name>InquiryDialog</name>
    <message>
        <source>Why not the others</source>
        <translation>为何不是其他模板</translation>
    </message>
    <message>
        <source>Most points of any set without a cover limit: {free}. Groups that the axiom EJR+ promises more: {short}, not excused by cover: {faults}.</source>
        <translation>不受覆盖限制时任何组合的最高得分：{free}。按 EJR+ 公理应得更多的群体：{short} 个，其中不能以覆盖为由的：{faults} 个。</translation>
    </message>
    <message>
        <source>Templates not adopted</source>
        <translation>未采用的模板</translation>
    </message>
</context>
<context>
    <name>JobRunner</name>
    <message>
        <source>The planning process ended unexpectedly (exit code {code}). Nothing was changed; a new process is ready, so you can plan again.</source>
        <translation>排班进程意外结束（退出码 {code}）。没有任何改动；新的进程已就绪，可以再次排班。</translation>
    </message>
</context>
<context>
    <name>JudgementDialog</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Why it cannot be awarded to you</source>
        <translation>为何不能分配给您</translation>
    </message>
    <message>
        <source>Shifts that cannot be awarded to you</source>
        <translation>不能分配给您的班次</translation>
    </message>
    <message>
        <source>&amp;Give all the same</source>
        <translation>仍然提交(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Back to my wishes</source>
        <translation>返回我的志愿(&amp;B)</translation>
    </message>
    <message>
        <source>Dated wishes: {bids}; your contract asks for {hours} h in the period. Of the shifts below you can be awarded none, whatever others bid:</source>
        <translation>按日志愿：{bids}；合同要求本期间 {hours} 小时。下列班次无论别人怎样选，都不能分配给您：</translation>
    </message>
    <message>
        <source>Dated wishes: {bids}; your contract asks for {hours} h in the period. No rule and no leave speaks against any single one of them. Which of them you get depends on the demand and on all bids.</source>
        <translation>按日志愿：{bids}；合同要求本期间 {hours} 小时。没有规则或请假与其中任何一项相抵触。最终得到哪些取决于需求和所有人的志愿。</translation>
    </message>
    <message>
        <source>What your wishes come to</source>
        <translation>您的志愿汇总</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> 等另外 {count} 个</translation>
    </message>
    <message>
        <source>! If you bid only these, you can be awarded none of {shifts}: others can fill each of them. You wish for {hours} h of shifts; from {enough} h on your contract can be met from your wishes.</source>
        <translation>! 如果您只选这些，{shifts} 可能一个也得不到：其他人可以填满每一个。您选了 {hours} 小时的班次；达到 {enough} 小时，您的合同工时才能由志愿满足。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Credit of the data</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Signed in: {name}</source>
        <translation>已登录：{name}</translation>
    </message>
    <message>
        <source>Reading the plan …</source>
        <translation>正在读取排班…</translation>
    </message>
    <message>
        <source>The plan cannot be read</source>
        <translation>无法读取排班</translation>
    </message>
    <message>
        <source>Your PIN is changed.</source>
        <translation>PIN 已更改。</translation>
    </message>
    <message>
        <source>No hall yet</source>
        <translation>还没有营业厅</translation>
    </message>
    <message>
        <source>Choose Set up a hall in the menu Planning.</source>
        <translation>请在“排班”菜单中选择“设立营业厅”。</translation>
    </message>
    <message>
        <source>The draft is not kept: {reason}</source>
        <translation>草稿未能保存：{reason}</translation>
    </message>
    <message>
        <source>Planned and published: {period}</source>
        <translation>已排班并发布：{period}</translation>
    </message>
</context>
<context>
    <name>MattersPage</name>
    <message>
        <source>No plan yet for this hall and period</source>
        <translation>该营业厅和周期尚无计划</translation>
    </message>
    <message>
        <source>What people bring up is about a published roster: plan and publish one first.</source>
        <translation>这些事项针对已发布的排班：请先计划并发布。</translation>
    </message>
</context>
<context>
    <name>MenuBars</name>
    <message>
        <source>{heads} heads from {start} to {end}, {template}</source>
        <translation>{heads} 人，{start} 至 {end}，{template}</translation>
    </message>
</context>
<context>
    <name>MenuPanel</name>
    <message>
        <source>✓ {title} (adopted)</source>
        <translation>✓ {title}（已采用）</translation>
    </message>
    <message>
        <source>{figures} · {proof}</source>
        <translation>{figures} · {proof}</translation>
    </message>
    <message>
        <source>Demand and cover of {title}</source>
        <translation>{title} 的需要与在岗人数</translation>
    </message>
    <message>
        <source>Templates of {title}</source>
        <translation>{title} 的模板</translation>
    </message>
    <message>
        <source>Tried: {figures}</source>
        <translation>试用：{figures}</translation>
    </message>
    <message>
        <source>As designed</source>
        <translation>恢复原设计</translation>
    </message>
    <message>
        <source>missing {missing} head-hours, surplus {surplus}, {paid} h paid</source>
        <translation>缺 {missing} 人时，多出 {surplus}，付薪 {paid} 小时</translation>
    </message>
    <message>
        <source>proven best of its size</source>
        <translation>已证明在同等规模中最优</translation>
    </message>
    <message>
        <source>at most {gap} above the best possible</source>
        <translation>最多比最优高 {gap}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Pla&amp;nning</source>
        <translation>排班(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>开始排班(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cancel the plan</source>
        <translation>取消排班(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Set up a &amp;hall …</source>
        <translation>设立营业厅(&amp;H) …</translation>
    </message>
    <message>
        <source>Save as P&amp;DF …</source>
        <translation>另存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>Pr&amp;int …</source>
        <translation>打印(&amp;I)…</translation>
    </message>
    <message>
        <source>Change &amp;my PIN …</source>
        <translation>更改我的 PIN(&amp;M) …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>跟随系统颜色(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>Lang&amp;uage of the system</source>
        <translation>系统语言(&amp;G)</translation>
    </message>
    <message>
        <source>H&amp;elp</source>
        <translation>帮助(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>本页帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Find a command …</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>MyBids</name>
    <message>
        <source>not offered that day</source>
        <translation>当天不提供</translation>
    </message>
    <message>
        <source>you are away that day</source>
        <translation>您当天请假</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>any shift</source>
        <translation>任何班次</translation>
    </message>
    <message>
        <source>any early shift</source>
        <translation>任何早班</translation>
    </message>
    <message>
        <source>any late shift</source>
        <translation>任何晚班</translation>
    </message>
    <message>
        <source>the day off</source>
        <translation>当天休息</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
</context>
<context>
    <name>MyBidsPage</name>
    <message>
        <source>Patterns, the later before the earlier</source>
        <translation>规律志愿（后写的优先于先写的）</translation>
    </message>
    <message>
        <source>Days and shifts to wish for</source>
        <translation>可选的日期和班次</translation>
    </message>
    <message>
        <source>Brush:</source>
        <translation>画笔：</translation>
    </message>
    <message>
        <source>&amp;Want</source>
        <translation>很想要(&amp;W)</translation>
    </message>
    <message>
        <source>Li&amp;ke</source>
        <translation>喜欢(&amp;K)</translation>
    </message>
    <message>
        <source>Ne&amp;utral</source>
        <translation>无所谓(&amp;U)</translation>
    </message>
    <message>
        <source>My patterns</source>
        <translation>我的规律志愿</translation>
    </message>
    <message>
        <source>&amp;Remove pattern</source>
        <translation>删除规律(&amp;R)</translation>
    </message>
    <message>
        <source>Keep patterns &amp;for every round</source>
        <translation>长期保留这些规律(&amp;F)</translation>
    </message>
    <message>
        <source>My bids</source>
        <translation>我的志愿</translation>
    </message>
    <message>
        <source>Avo&amp;id</source>
        <translation>想避开(&amp;I)</translation>
    </message>
    <message>
        <source>C&amp;lear all</source>
        <translation>全部清除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Give my bids</source>
        <translation>提交志愿(&amp;G)</translation>
    </message>
    <message>
        <source>No bidding round yet</source>
        <translation>尚无选班</translation>
    </message>
    <message>
        <source>It opens after the vote; your wishes for every round can be kept from then on.</source>
        <translation>投票之后开放；从那时起也可以保留长期志愿。</translation>
    </message>
    <message>
        <source>you have not bid</source>
        <translation>您尚未提交志愿</translation>
    </message>
    <message>
        <source>you bid {moment}; it is sealed, and what you give now takes its place</source>
        <translation>您已于 {moment} 提交志愿并已密封；现在再提交将取代之前的</translation>
    </message>
    <message>
        <source>standing wishes: {count}</source>
        <translation>长期志愿：{count} 条</translation>
    </message>
    <message>
        <source>Points asked: {points} · shifts wished for: {shifts}, {hours} h a person can work of them at most · days off wished for: {off}</source>
        <translation>所求分数：{points} · 想要的班次：{shifts}，其中一人最多可上 {hours} 小时 · 想休息的日子：{off}</translation>
    </message>
    <message>
        <source>Your bids are given and sealed: {count} dated wishes</source>
        <translation>志愿已提交并密封：共 {count} 项按日志愿</translation>
    </message>
    <message>
        <source>Your patterns stand for every round in which you do not bid.</source>
        <translation>凡您未提交志愿的选班，都按这些规律办理。</translation>
    </message>
</context>
<context>
    <name>MyData</name>
    <message>
        <source>Name and number</source>
        <translation>姓名和工号</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>营业厅</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>{system}, {hours} h a week</source>
        <translation>{system}，每周 {hours} 小时</translation>
    </message>
    <message>
        <source>Pay for a normal hour</source>
        <translation>正常工时的小时工资</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Employed since</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>{period}: shifts {shifts}, version {version}</source>
        <translation>{period}：{shifts} 个班次，第 {version} 版</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Journal of time off in lieu</source>
        <translation>调休流水</translation>
    </message>
    <message>
        <source>entries: {count}</source>
        <translation>共 {count} 笔</translation>
    </message>
    <message>
        <source>Ballot in the latest vote, sealed</source>
        <translation>最近一次投票的选票（密封）</translation>
    </message>
    <message>
        <source>Bid in the latest round, sealed</source>
        <translation>最近一次选班的志愿（密封）</translation>
    </message>
    <message>
        <source>given {moment}</source>
        <translation>提交于 {moment}</translation>
    </message>
    <message>
        <source>Standing wishes</source>
        <translation>长期志愿</translation>
    </message>
    <message>
        <source>Shift offered</source>
        <translation>提供的班次</translation>
    </message>
    <message>
        <source>Exchange of shifts</source>
        <translation>班次交换</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>payroll clerk</source>
        <translation>薪资员</translation>
    </message>
    <message>
        <source>colleague who decides appeals</source>
        <translation>裁定申诉的同事</translation>
    </message>
    <message>
        <source>by a command, under their name on the computer</source>
        <translation>用命令行读取，显示其电脑登录名</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two kinds of data</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>staff list (contract, skills, birth, pay for an hour)</source>
        <translation>员工名单（合同、技能、出生日期、小时工资）</translation>
    </message>
    <message>
        <source>shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>leave and requests</source>
        <translation>休假与申请</translation>
    </message>
    <message>
        <source>time off in lieu</source>
        <translation>调休</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>工资</translation>
    </message>
    <message>
        <source>pay, written to a file</source>
        <translation>工资（写入文件）</translation>
    </message>
    <message>
        <source>wishes after the award</source>
        <translation>分配后的志愿</translation>
    </message>
    <message>
        <source>appeal</source>
        <translation>申诉</translation>
    </message>
</context>
<context>
    <name>MyDataPage</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储的内容</translation>
    </message>
    <message>
        <source>Who saw it</source>
        <translation>谁看过</translation>
    </message>
    <message>
        <source>Save &amp;my data …</source>
        <translation>保存我的资料(&amp;M) …</translation>
    </message>
    <message>
        <source>Managers and payroll clerks can read all of this. Nobody reads what lies in a ballot or bid before the close, and never whose ballot was which; PINs are stored as hashes only. Rosters and the public record of rounds hold your number, shifts and, after the close, your wishes. Of each answer to a request it is kept who gave it and when. Offers, exchanges, proposals and comments are read by everybody of the hall, with your name.</source>
        <translation>经理和薪资员可以看到以上全部内容。关闭之前没有人能看到选票或志愿的内容，也永远不会知道哪张选票是谁的；PIN 只以散列值存储。排班和选班的公开记录包含您的工号、班次，以及关闭后的志愿。对申请的每个答复都记录由谁、何时作出。提议、交换、提案和评论，营业厅的每个人都能看到，并附您的姓名。</translation>
    </message>
    <message>
        <source>Each manager, payroll clerk or command that is given data of yours to read is noted once a day for each kind of data, with the time of the first reading, and kept for {days} days. A window that opens the plan of your hall is given all of it, whatever page is looked at. What everybody of the hall may see is not noted: the roster’s shifts, offers, exchanges and public records.</source>
        <translation>凡有经理、薪资员或命令读取您的资料，每类资料每天记一次，附当天首次读取的时间，保存 {days} 天。打开您所在营业厅计划的窗口会读取其全部内容，无论看的是哪一页。全营业厅的人都能看到的内容不作记录：排班中的班次、提议、交换和公开记录。</translation>
    </message>
    <message>
        <source>Nobody else has read your data in the last {days} days.</source>
        <translation>最近 {days} 天没有其他人读取过您的资料。</translation>
    </message>
    <message>
        <source>When first that day</source>
        <translation>当天首次时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>As</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>What they read</source>
        <translation>读取内容</translation>
    </message>
    <message>
        <source>Save my data</source>
        <translation>保存我的资料</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>我的数据</translation>
    </message>
    <message>
        <source>What is stored about me</source>
        <translation>关于我存储了什么</translation>
    </message>
</context>
<context>
    <name>MyProposalsPage</name>
    <message>
        <source>My proposals</source>
        <translation>我的提案</translation>
    </message>
    <message>
        <source>Propose a shift template for the next vote of your hall. Law and cover are checked at once; when the vote opens you read here whether it is put to the vote, and why it is in or out of each menu.</source>
        <translation>为营业厅的下一次投票提出班次模板。法律和覆盖立即检查；投票开启时，您可以在此看到它是否付诸投票，以及为何进入或没有进入各方案。</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>到(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;kill</source>
        <translation>技能(&amp;K)</translation>
    </message>
    <message>
        <source>Break {number}</source>
        <translation>休息 {number}</translation>
    </message>
    <message>
        <source>Prop&amp;ose it</source>
        <translation>提出(&amp;O)</translation>
    </message>
    <message>
        <source>Proposed as number {number}; it covers {covered} half-hours of the demand.</source>
        <translation>已提出，编号 {number}；覆盖需求的 {covered} 个半小时。</translation>
    </message>
    <message>
        <source>Said; everybody of the hall can read it.</source>
        <translation>已发表，营业厅的每个人都能看到。</translation>
    </message>
</context>
<context>
    <name>MyRequestsPage</name>
    <message>
        <source>My requests</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>My requests for time off</source>
        <translation>我的休假申请</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>从(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Until, included</source>
        <translation>至（含）(&amp;U)</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>原因(&amp;S)</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>if you want to give one</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Ask f&amp;or it</source>
        <translation>申请(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Take back the line chosen</source>
        <translation>撤回所选申请(&amp;T)</translation>
    </message>
    <message>
        <source>Time off in lieu free to take: {free}. A day of it is a fifth of your week: {day}.</source>
        <translation>可用调休：{free}。一天按每周工时的五分之一计算：{day}。</translation>
    </message>
    <message>
        <source>Nothing asked for yet</source>
        <translation>尚无申请</translation>
    </message>
    <message>
        <source>Choose kind and days below and ask: your requests will stand here, each with its answer.</source>
        <translation>请在下方选择类型和日期并提出申请：您的申请和答复将显示在这里。</translation>
    </message>
    <message>
        <source>Asked. The answer appears here.</source>
        <translation>已提出申请，答复会显示在这里。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤回。</translation>
    </message>
</context>
<context>
    <name>MyResultPage</name>
    <message>
        <source>My result</source>
        <translation>我的结果</translation>
    </message>
    <message>
        <source>Wishes that were not honoured, shifts given that were not wished for, and why</source>
        <translation>未满足的志愿、未提志愿而分到的班次及其原因</translation>
    </message>
    <message>
        <source>Wishes that were honoured</source>
        <translation>已满足的志愿</translation>
    </message>
    <message>
        <source>My appeals</source>
        <translation>我的申诉</translation>
    </message>
    <message>
        <source>Ra&amp;ise an appeal …</source>
        <translation>提出申诉(&amp;I) …</translation>
    </message>
    <message>
        <source>&amp;Take the appeal back</source>
        <translation>收回申诉(&amp;T)</translation>
    </message>
    <message>
        <source>No award yet</source>
        <translation>尚未分配</translation>
    </message>
    <message>
        <source>After the award of a round you read here what became of your bids.</source>
        <translation>选班分配之后，您可以在这里看到志愿的结果。</translation>
    </message>
    <message>
        <source>you gave no bid and had no standing wishes: your shifts follow demand, law and contract</source>
        <translation>您没有提交志愿，也没有长期志愿：您的班次依需求、法规和合同而定</translation>
    </message>
    <message>
        <source>roster version {version}: {points} of {wished} points wished for</source>
        <translation>排班第 {version} 版：所求 {wished} 分中得到 {points} 分</translation>
    </message>
    <message>
        <source>Your appeal is raised. Answer and decision appear here.</source>
        <translation>申诉已提出。答复和决定会显示在此。</translation>
    </message>
</context>
<context>
    <name>MySchedule</name>
    <message>
        <source>not planned yet</source>
        <translation>尚未排班</translation>
    </message>
    <message>
        <source>free</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>From – until</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>h</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>MySchedulePage</name>
    <message>
        <source>My schedule</source>
        <translation>我的班表</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>月份(&amp;M)</translation>
    </message>
    <message>
        <source>Month shown</source>
        <translation>显示的月份</translation>
    </message>
    <message>
        <source>Save as &amp;calendar file …</source>
        <translation>保存为日历文件(&amp;C) …</translation>
    </message>
    <message>
        <source>My month</source>
        <translation>我的月历</translation>
    </message>
    <message>
        <source>My shifts of the month</source>
        <translation>我本月的班次</translation>
    </message>
    <message>
        <source>No roster to show</source>
        <translation>没有可显示的排班</translation>
    </message>
    <message>
        <source>Your shifts of the last three months, and all that are published for later, appear here.</source>
        <translation>最近三个月的班次和以后已公布的班次会显示在这里。</translation>
    </message>
    <message>
        <source>Shifts: {shifts} · {hours} h paid</source>
        <translation>班次：{shifts} · 计薪 {hours} 小时</translation>
    </message>
    <message>
        <source>next: {day}, {times}</source>
        <translation>下一班：{day} {times}</translation>
    </message>
    <message>
        <source>Nothing is planned for this month yet.</source>
        <translation>本月尚未排班。</translation>
    </message>
    <message>
        <source>Save my shifts as a calendar file</source>
        <translation>把我的班次保存为日历文件</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
</context>
<context>
    <name>MySwapsPage</name>
    <message>
        <source>My swaps</source>
        <translation>我的换班</translation>
    </message>
    <message>
        <source>Period whose shifts are exchanged</source>
        <translation>交换班次的周期</translation>
    </message>
    <message>
        <source>My shifts</source>
        <translation>我的班次</translation>
    </message>
    <message>
        <source>Shifts I can take</source>
        <translation>我可以接的班次</translation>
    </message>
    <message>
        <source>Exchanges that I am part of</source>
        <translation>与我有关的交换</translation>
    </message>
    <message>
        <source>&amp;Give away</source>
        <translation>送出(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Offer for other shifts …</source>
        <translation>换其他班次(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Take the offer back</source>
        <translation>收回提议(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Claim it</source>
        <translation>认领(&amp;C)</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>收回(&amp;B)</translation>
    </message>
    <message>
        <source>Perio&amp;d</source>
        <translation>周期(&amp;D)</translation>
    </message>
    <message>
        <source>Propo&amp;se a swap …</source>
        <translation>提议换班(&amp;S) …</translation>
    </message>
    <message>
        <source>&amp;I agree</source>
        <translation>我同意(&amp;I)</translation>
    </message>
    <message>
        <source>I re&amp;fuse</source>
        <translation>我拒绝(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Match all offers</source>
        <translation>匹配所有提议(&amp;M)</translation>
    </message>
    <message>
        <source>No roster that has not ended</source>
        <translation>没有尚未结束的排班</translation>
    </message>
    <message>
        <source>As soon as a roster is published you can offer, claim and swap its shifts here.</source>
        <translation>排班发布后，您可以在此提供、认领和交换班次。</translation>
    </message>
    <message>
        <source>The round is final: shifts change hands no more, and what was undecided has lapsed.</source>
        <translation>选班已结束：班次不再转手，未决定的事项已失效。</translation>
    </message>
    <message>
        <source>Roster version {version}. Law, cover and certificate are checked before anybody is asked; where one of them speaks against it, you read why.</source>
        <translation>排班版本 {version}。在询问任何人之前都会检查法律、覆盖和等待认证；若有不允许，您会看到原因。</translation>
    </message>
    <message>
        <source>Swaps found and proposed: {count}</source>
        <translation>找到并提出的换班：{count}</translation>
    </message>
    <message>
        <source>What would you take for it?</source>
        <translation>您愿意换哪些？</translation>
    </message>
    <message>
        <source>You give {shift}. Choose up to {most} shifts; any one of them will do. Whoever gives one of them is asked as soon as a swap or a cycle is found.</source>
        <translation>您让出 {shift}。最多选择 {most} 个班次，任何一个都可以。一旦找到互换或循环，就会询问让出该班次的人。</translation>
    </message>
    <message>
        <source>Whose shift would you like?</source>
        <translation>您想要谁的班次？</translation>
    </message>
    <message>
        <source>You give {shift}. The colleague whose shift you choose is asked.</source>
        <translation>您让出 {shift}。将询问您所选班次的同事。</translation>
    </message>
</context>
<context>
    <name>MyToilPage</name>
    <message>
        <source>My time off</source>
        <translation>我的调休</translation>
    </message>
    <message>
        <source>What is left of my lots</source>
        <translation>我的批次余额</translation>
    </message>
    <message>
        <source>My journal</source>
        <translation>我的流水</translation>
    </message>
    <message>
        <source>{balance} of time off in lieu on {day} · free to take {free} · reserved {held} · {soon} expires within 30 days</source>
        <translation>{day} 调休余额 {balance} · 可用 {free} · 已预留 {held} · 30 天内到期 {soon}</translation>
    </message>
</context>
<context>
    <name>MyVotePage</name>
    <message>
        <source>What is put to the vote</source>
        <translation>付诸投票的方案</translation>
    </message>
    <message>
        <source>♥ I &amp;want it</source>
        <translation>♥ 我想要(&amp;W)</translation>
    </message>
    <message>
        <source>My vote</source>
        <translation>我的投票</translation>
    </message>
    <message>
        <source>✓ I can &amp;live with it</source>
        <translation>✓ 可以接受(&amp;L)</translation>
    </message>
    <message>
        <source>✗ I &amp;cannot</source>
        <translation>✗ 不能接受(&amp;C)</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>不作答</translation>
    </message>
    <message>
        <source>&amp;Give my ballot</source>
        <translation>提交选票(&amp;G)</translation>
    </message>
    <message>
        <source>Choose a line, then an answer to it. The ballot is sealed: before the close nobody can open it, and nobody ever reads whose it was.</source>
        <translation>先选一行，再选择您的回答。选票是密封的：关闭之前谁也打不开，也永远没有人知道它是谁的。</translation>
    </message>
    <message>
        <source>No vote yet</source>
        <translation>尚无投票</translation>
    </message>
    <message>
        <source>Your hall’s manager opens votes; they appear here.</source>
        <translation>营业厅经理发起投票后会显示在这里。</translation>
    </message>
    <message>
        <source>you have not voted</source>
        <translation>您尚未投票</translation>
    </message>
    <message>
        <source>you voted {moment}; another ballot takes its place</source>
        <translation>您已于 {moment} 投票；再次提交将取代之前的</translation>
    </message>
    <message>
        <source>Your ballot is given</source>
        <translation>选票已提交</translation>
    </message>
    <message>
        <source>Receipt: {receipt}

Under this number your ballot stands among those published after the count. Note it if you want to check. Until the deadline you may give another ballot.</source>
        <translation>回执：{receipt}

计票后公布的选票中，您的选票列在此号码下。如想核对请记下。截止前您可以重新提交。</translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>Tell {name} the new PIN in person. They change it themselves: Planning › Change my PIN.</source>
        <translation>请当面把新 PIN 告诉 {name}。本人可自行更改：排班 › 更改我的 PIN。</translation>
    </message>
    <message>
        <source>New PIN for {name}</source>
        <translation>{name} 的新 PIN</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>OpeningDialog</name>
    <message>
        <source>The trustee keeps the key to the sealed boxes under their PIN until the close: a payroll clerk, a representative of the staff or another hall’s manager, not a manager of this hall. They give nothing themselves. Whoever has no account yet gets one first.</source>
        <translation>受托人用自己的 PIN 保管密封箱的钥匙，直到截止：可以是薪资员、员工代表或另一营业厅的经理，不能是本厅经理。受托人自己不参与。还没有账号的人须先添加账号。</translation>
    </message>
    <message>
        <source>Add an &amp;account …</source>
        <translation>添加账号(&amp;A)…</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <comment>Qt date format</comment>
        <translation>yyyy年M月d日 ddd HH:mm</translation>
    </message>
    <message>
        <source>Open &amp;until (the hall’s clock)</source>
        <translation>开放至（营业厅当地时间）(&amp;U)</translation>
    </message>
    <message>
        <source>only where the notice is too short</source>
        <translation>仅当公布晚于法规或约定时填写</translation>
    </message>
    <message>
        <source>&amp;Reason for short notice</source>
        <translation>通知过晚的原因(&amp;R)</translation>
    </message>
</context>
<context>
    <name>OwnPage</name>
    <message>
        <source>You are on no staff list</source>
        <translation>您不在任何人员名单上</translation>
    </message>
    <message>
        <source>Ask a manager to put you on the list of your hall.</source>
        <translation>请经理把您加入所在营业厅的名单。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>No plan yet for this hall and period</source>
        <translation>此营业厅和期间还没有计划</translation>
    </message>
    <message>
        <source>Choose the first day and the number of weeks above, then press Plan: it forecasts, designs templates and publishes a roster. To let the staff vote and bid first, open a vote on the page Vote.</source>
        <translation>请在上方选择第一天和周数，然后点击“排班”：程序会预测客流、设计班次模板并发布排班表。若要先让员工投票和申请班次，请在“投票”页发起投票。</translation>
    </message>
</context>
<context>
    <name>PagePaper</name>
    <message>
        <source>Written: {files}</source>
        <translation>已写出：{files}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
</context>
<context>
    <name>PageWait</name>
    <message>
        <source>Opening the page …</source>
        <translation>正在打开页面…</translation>
    </message>
    <message>
        <source>This page cannot be opened. The other pages can; start the program again, or install it anew.</source>
        <translation>此页面无法打开，其他页面不受影响。请重新启动程序，或重新安装。</translation>
    </message>
</context>
<context>
    <name>PatternRow</name>
    <message>
        <source>How much</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>A&amp;dd pattern</source>
        <translation>添加规律(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Payroll</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Pay class</source>
        <translation>工资类别</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
</context>
<context>
    <name>PayrollPage</name>
    <message>
        <source>Payroll</source>
        <translation>工资</translation>
    </message>
    <message>
        <source>Close the peri&amp;od …</source>
        <translation>结算本期(&amp;O)…</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Open it a&amp;gain …</source>
        <translation>重新打开(&amp;G)…</translation>
    </message>
    <message>
        <source>Changes against the last run</source>
        <translation>与上次结算相比的变动</translation>
    </message>
    <message>
        <source>Pay by person and class, in hours and minutes</source>
        <translation>按人员和类别的工资（小时和分钟）</translation>
    </message>
    <message>
        <source>The pay of this period cannot be reckoned</source>
        <translation>无法计算本期工资</translation>
    </message>
    <message>
        <source>Not closed yet: pay as it stands now</source>
        <translation>尚未结算：目前的工资</translation>
    </message>
    <message>
        <source>Closed: run {number}, by {by} on {day}</source>
        <translation>已结算：第 {number} 次，{by}，{day}</translation>
    </message>
    <message>
        <source>Open again since run {number}: pay as it stands now</source>
        <translation>第 {number} 次结算后已重新打开：目前的工资</translation>
    </message>
    <message>
        <source>planned but not clocked: {missing}, clocked but not planned: {unplanned}</source>
        <translation>已排未打卡：{missing}，打卡未排班：{unplanned}</translation>
    </message>
    <message>
        <source>Close the period</source>
        <translation>结算本期</translation>
    </message>
    <message>
        <source>Close the pay of {period}?</source>
        <translation>结算 {period} 的工资？</translation>
    </message>
    <message>
        <source>What is paid is locked. A later correction is a run of its own, which pays the difference.</source>
        <translation>结算后工资即锁定。以后的更正是另一次结算，补发差额。</translation>
    </message>
    <message>
        <source>Closed as run {number}</source>
        <translation>已结算，第 {number} 次</translation>
    </message>
    <message>
        <source>Open the period again</source>
        <translation>重新打开该周期</translation>
    </message>
    <message>
        <source>Why? The reason is kept with the run; what was paid stays on record.</source>
        <translation>为什么？原因会随该次结算保存；已发放的记录不变。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Run {number} is open again</source>
        <translation>第 {number} 次结算已重新打开</translation>
    </message>
    <message>
        <source>Written: {files}</source>
        <translation>已写出：{files}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>h a week</source>
        <translation>每周工时</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班数</translation>
    </message>
    <message>
        <source>Planned h</source>
        <translation>已排工时</translation>
    </message>
    <message>
        <source>Against contract</source>
        <translation>与合同相差</translation>
    </message>
    <message>
        <source>Time off in lieu</source>
        <translation>调休</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Name, number or skill</source>
        <translation>姓名、编号或技能</translation>
    </message>
    <message>
        <source>Filter the people</source>
        <translation>筛选人员</translation>
    </message>
    <message>
        <source>Double-click a person, or press Enter, for the statement of time off in lieu.</source>
        <translation>双击某人或按 Enter，可查看其调休明细。</translation>
    </message>
    <message>
        <source>Nobody is on the staff list</source>
        <translation>名单上没有人员</translation>
    </message>
    <message>
        <source>Import one: shiftbid import staff --help</source>
        <translation>请先导入：shiftbid import staff --help</translation>
    </message>
    <message>
        <source>People: {people} · {planned} h planned of {contract} h contracted · time off in lieu {toil} on {day}</source>
        <translation>人员：{people} · 合同 {contract} 小时，已排 {planned} 小时 · {day}调休余额 {toil}</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>&amp;Present PIN</source>
        <translation>现用 PIN(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New PIN, six or more</source>
        <translation>新 PIN，六位以上(&amp;N)</translation>
    </message>
    <message>
        <source>New PIN &amp;again</source>
        <translation>再输一次新 PIN(&amp;A)</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>更改我的 PIN</translation>
    </message>
    <message>
        <source>The two new PINs differ.</source>
        <translation>两次输入的新 PIN 不同。</translation>
    </message>
</context>
<context>
    <name>PinPair</name>
    <message>
        <source>&amp;PIN, six or more</source>
        <translation>PIN，至少六位(&amp;P)</translation>
    </message>
    <message>
        <source>PIN &amp;again</source>
        <translation>再次输入 PIN(&amp;A)</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>两次输入的 PIN 不同。</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>none planned yet</source>
        <translation>尚无计划</translation>
    </message>
    <message>
        <source>&amp;Hall</source>
        <translation>营业厅(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>期间(&amp;P)</translation>
    </message>
    <message>
        <source>Plan f&amp;rom</source>
        <translation>开始日期(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Weeks</source>
        <translation>周数(&amp;W)</translation>
    </message>
    <message>
        <source>P&amp;lan</source>
        <translation>排班(&amp;L)</translation>
    </message>
    <message>
        <source>Plan the hall from the day and for the weeks given here (F9)</source>
        <translation>从此处的日期起按所给周数为营业厅排班 (F9)</translation>
    </message>
    <message>
        <source>Hall shown</source>
        <translation>显示的营业厅</translation>
    </message>
    <message>
        <source>Period shown</source>
        <translation>显示的期间</translation>
    </message>
    <message>
        <source>First day to plan</source>
        <translation>排班的第一天</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>Weeks to plan</source>
        <translation>排班的周数</translation>
    </message>
</context>
<context>
    <name>PollPage</name>
    <message>
        <source>No hall yet</source>
        <translation>还没有营业厅</translation>
    </message>
    <message>
        <source>Votes and rounds belong to a hall: add one first.</source>
        <translation>投票和选班属于某个营业厅：请先添加营业厅。</translation>
    </message>
    <message>
        <source>opened by {manager}, key held by {trustee}</source>
        <translation>由 {manager} 发起，钥匙由 {trustee} 保管</translation>
    </message>
    <message>
        <source>Close and open the boxes</source>
        <translation>关闭并开箱</translation>
    </message>
    <message>
        <source>Only the trustee can do this, with the PIN they had when it was opened. It takes some seconds.</source>
        <translation>只有受托人能用发起时的 PIN 操作，需要几秒钟。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Why does it not count? Everybody can read the reason.</source>
        <translation>为何作废？所有人都能看到原因。</translation>
    </message>
</context>
<context>
    <name>Polls</name>
    <message>
        <source>open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>lapsed: too few took part</source>
        <translation>失效：参与人数不足</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已计票</translation>
    </message>
    <message>
        <source>closed, the bids are open</source>
        <translation>已关闭，志愿已公开</translation>
    </message>
    <message>
        <source>awarded</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>final</source>
        <translation>已定案</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>proportional approval voting</source>
        <translation>比例认可投票</translation>
    </message>
    <message>
        <source>sequential Phragmén</source>
        <translation>逐席 Phragmén 法</translation>
    </message>
    <message>
        <source>equal shares</source>
        <translation>均等份额法</translation>
    </message>
    <message>
        <source>{took} of {staff} people have taken part</source>
        <translation>{staff} 人中 {took} 人已参与</translation>
    </message>
    <message>
        <source>♥ want</source>
        <translation>♥ 想要</translation>
    </message>
    <message>
        <source>✓ can live with</source>
        <translation>✓ 可接受</translation>
    </message>
    <message>
        <source>✗ cannot</source>
        <translation>✗ 不能接受</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>不作答</translation>
    </message>
    <message>
        <source>want (3 points)</source>
        <translation>很想要（3 分）</translation>
    </message>
    <message>
        <source>like (1 point)</source>
        <translation>喜欢（1 分）</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>无所谓</translation>
    </message>
    <message>
        <source>avoid (−1 point)</source>
        <translation>想避开（−1 分）</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>break {span}, paid</source>
        <translation>休息 {span}（带薪）</translation>
    </message>
    <message>
        <source>break {span}, unpaid</source>
        <translation>休息 {span}（不带薪）</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>covers the demand with few templates</source>
        <translation>用少量模板覆盖需求</translation>
    </message>
    <message>
        <source>saves hours, or widens the choice of times</source>
        <translation>节省工时，或让时间选择更多</translation>
    </message>
    <message>
        <source>somebody proposed it</source>
        <translation>有人提议</translation>
    </message>
    <message>
        <source>a rule forbids it</source>
        <translation>规则不允许</translation>
    </message>
    <message>
        <source>demand would stay uncovered</source>
        <translation>需求将无人覆盖</translation>
    </message>
    <message>
        <source>a day off in lieu could not be given back</source>
        <translation>一天应补的调休将无法安排</translation>
    </message>
    <message>
        <source>contract hours would be missed</source>
        <translation>合同工时将不足</translation>
    </message>
    <message>
        <source>somebody else would lose more</source>
        <translation>别人损失更大</translation>
    </message>
    <message>
        <source>your other wishes, or an even burden</source>
        <translation>您的其他志愿或均衡负担</translation>
    </message>
    <message>
        <source>equal; decided by lot</source>
        <translation>相同，抽签决定</translation>
    </message>
    <message>
        <source>open until {moment}</source>
        <translation>开放至 {moment}</translation>
    </message>
    <message>
        <source>ended {moment}, waits for the trustee</source>
        <translation>已于 {moment} 截止，等待受托人</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>班次模板</translation>
    </message>
    <message>
        <source>Why it is on the paper</source>
        <translation>列入原因</translation>
    </message>
    <message>
        <source>My answer</source>
        <translation>我的回答</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>志愿</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason on record</source>
        <translation>记录的理由</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Starting …</source>
        <translation>正在开始……</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>排班进度</translation>
    </message>
    <message>
        <source>What the plan does now</source>
        <translation>排班正在进行的步骤</translation>
    </message>
</context>
<context>
    <name>PromisePanel</name>
    <message>
        <source>Promi&amp;se</source>
        <translation>承诺(&amp;S)</translation>
    </message>
    <message>
        <source>The next plan is made for this promise; what is published keeps the one it was made for. What a promise costs in heads and hours stands on the page Demand and in shiftbid what-if.</source>
        <translation>下一次排班按此承诺制定；已发布的排班保留制定时的承诺。承诺所需的人数和工时见“需求”页和 shiftbid what-if。</translation>
    </message>
    <message>
        <source>a share of customers waits no longer than</source>
        <translation>一定比例的顾客等候不超过</translation>
    </message>
    <message>
        <source>customers wait on average no longer than</source>
        <translation>顾客平均等候不超过</translation>
    </message>
    <message>
        <source>&amp;Kind of promise</source>
        <translation>承诺方式(&amp;K)</translation>
    </message>
    <message>
        <source>Share of c&amp;ustomers in time</source>
        <translation>按时接待的顾客比例(&amp;U)</translation>
    </message>
    <message>
        <source>VIP customers in bus&amp;y hours</source>
        <translation>忙时 VIP 顾客(&amp;Y)</translation>
    </message>
    <message>
        <source>Everybody in &amp;quiet hours</source>
        <translation>闲时所有顾客(&amp;Q)</translation>
    </message>
    <message>
        <source>Promise this from the ne&amp;xt plan on</source>
        <translation>从下一次排班起如此承诺(&amp;X)</translation>
    </message>
    <message>
        <source>O&amp;thers in busy hours</source>
        <translation>忙时其他顾客(&amp;T)</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>The hall promises this now</source>
        <translation>营业厅现已如此承诺</translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message>
        <source>Templates proposed for the next vote</source>
        <translation>为下一次投票提出的模板</translation>
    </message>
    <message>
        <source>Co&amp;mment</source>
        <translation>评论(&amp;M)</translation>
    </message>
    <message>
        <source>Comment on the proposal chosen</source>
        <translation>评论所选提案</translation>
    </message>
    <message>
        <source>everybody of the hall can read it, with your name</source>
        <translation>营业厅的每个人都能看到，并署您的姓名</translation>
    </message>
    <message>
        <source>Sa&amp;y it</source>
        <translation>发表(&amp;Y)</translation>
    </message>
    <message>
        <source>{name}, {moment}: {text}</source>
        <translation>{name}，{moment}：{text}</translation>
    </message>
    <message>
        <source>Nobody has commented yet.</source>
        <translation>尚无评论。</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Hours and breaks</source>
        <translation>时间与休息</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日子</translation>
    </message>
    <message>
        <source>By</source>
        <translation>提出者</translation>
    </message>
    <message>
        <source>Half-hours of demand it covers</source>
        <translation>覆盖的需求半小时</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>? waits for the next vote</source>
        <translation>? 等待下一次投票</translation>
    </message>
    <message>
        <source>✓ put to the vote</source>
        <translation>✓ 付诸投票</translation>
    </message>
    <message>
        <source>✗ not put to the vote</source>
        <translation>✗ 未付诸投票</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish version {number}</source>
        <translation>发布第 {number} 版</translation>
    </message>
    <message>
        <source>Days that change: {days}, of people: {people}. Whoever is not in the list below keeps their shifts.</source>
        <translation>变动 {days} 天，涉及 {people} 人。不在下列名单中的人保持原班次。</translation>
    </message>
    <message>
        <source>&amp;Reason (kept with the version)</source>
        <translation>原因（随版本保存）(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reason (kept with the version, may be empty)</source>
        <translation>原因（随版本保存，可不填）(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>发布(&amp;P)</translation>
    </message>
    <message>
        <source>✓ No rule is newly broken.</source>
        <translation>✓ 没有新违反的规则。</translation>
    </message>
    <message>
        <source>… and {count} more, which the grid marks.</source>
        <translation>……另有 {count} 条，表格中已标出。</translation>
    </message>
    <message>
        <source>What is against the law is not published: change these shifts first.</source>
        <translation>违法的排班不予发布：请先修改这些班次。</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Desk</source>
        <translation>窗口组</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Quarter hour</source>
        <translation>一刻钟</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Mean wait (min)</source>
        <translation>平均等候（分钟）</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>班次模板</translation>
    </message>
    <message>
        <source>Hours missed now</source>
        <translation>目前未达标小时</translation>
    </message>
    <message>
        <source>With one more person</source>
        <translation>多一人后</translation>
    </message>
    <message>
        <source>Paid (h:min)</source>
        <translation>计薪（时:分）</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>RegionChoice</name>
    <message>
        <source>A state, province or city with holidays of its own. Leave it empty where the whole country has the same holidays.</source>
        <translation>有自己节假日的州、省或城市。全国节假日相同时留空。</translation>
    </message>
    <message>
        <source>for regional holidays; may be empty</source>
        <translation>用于地区节假日，可留空</translation>
    </message>
    <message>
        <source>no holidays of regions are known</source>
        <translation>没有已知的地区节假日</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>申请原因</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>At work then</source>
        <translation>期间班次</translation>
    </message>
    <message>
        <source>? waits for an answer</source>
        <translation>? 待答复</translation>
    </message>
    <message>
        <source>✓ granted</source>
        <translation>✓ 已批准</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ 已拒绝</translation>
    </message>
    <message>
        <source>✓ taken</source>
        <translation>✓ 已休</translation>
    </message>
    <message>
        <source>– taken back</source>
        <translation>– 已撤回</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>休假申请</translation>
    </message>
    <message>
        <source>Requests for time off</source>
        <translation>休假申请</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>批准(&amp;G)</translation>
    </message>
    <message>
        <source>Re&amp;fuse …</source>
        <translation>拒绝(&amp;F) …</translation>
    </message>
    <message>
        <source>Nobody has asked for time off</source>
        <translation>没有人申请休假</translation>
    </message>
    <message>
        <source>Staff ask on their own page My requests.</source>
        <translation>员工在自己的“我的申请”页提出。</translation>
    </message>
    <message>
        <source>Requests: {count} · waiting for an answer: {waiting}</source>
        <translation>申请：{count} · 待答复：{waiting}</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Why? {name} reads the reason.</source>
        <translation>为何拒绝？{name} 会看到原因。</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Away: {leave}</source>
        <translation>不在岗：{leave}</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>changed, published as free</source>
        <translation>已修改，发布时为休息</translation>
    </message>
    <message>
        <source>changed, published as {times}</source>
        <translation>已修改，发布时为 {times}</translation>
    </message>
    <message>
        <source>{day}: {people} at work</source>
        <translation>{day}：{people} 人上班</translation>
    </message>
    <message>
        <source>{day}: {hours} h</source>
        <translation>{day}：{hours} 小时</translation>
    </message>
    <message>
        <source>People at work</source>
        <translation>上班人数</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>{times}, template {letter}, {hours} h</source>
        <translation>{times}，班次 {letter}，{hours} 小时</translation>
    </message>
    <message>
        <source>break {span}, paid</source>
        <translation>休息 {span}（带薪）</translation>
    </message>
    <message>
        <source>break {span}, unpaid</source>
        <translation>休息 {span}（不带薪）</translation>
    </message>
    <message>
        <source>earns {minutes} min TOIL</source>
        <translation>获得 {minutes} 分钟调休</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>free</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>{name}, {planned} of {contract} h</source>
        <translation>{name}，{planned} / {contract} 小时</translation>
    </message>
    <message>
        <source>findings: {count}</source>
        <translation>检查结果：{count}</translation>
    </message>
    <message>
        <source>{changes}; and {count} more</source>
        <translation>{changes}；另有 {count} 处</translation>
    </message>
    <message>
        <source>Nothing to change here: choose a cell with a shift.</source>
        <translation>这里没有可修改的内容：请选择有班次的格子。</translation>
    </message>
    <message>
        <source>That would leave the roster: choose cells further inside.</source>
        <translation>这会超出排班表：请选择靠里的格子。</translation>
    </message>
    <message>
        <source>This shift is not offered on that day: the hall is closed then, or the template does not run.</source>
        <translation>那天没有这个班次：营业厅当时关门，或该模板当天不开。</translation>
    </message>
    <message>
        <source>{name} takes {shift}</source>
        <translation>{name} 上 {shift}</translation>
    </message>
    <message>
        <source>{name} is pinned to {shift}</source>
        <translation>{name} 固定上 {shift}</translation>
    </message>
    <message>
        <source>{name} is unpinned from {shift}</source>
        <translation>{name} 不再固定上 {shift}</translation>
    </message>
    <message>
        <source>{name} loses {shift}</source>
        <translation>{name} 不上 {shift}</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>changed, not published</source>
        <translation>已修改，未发布</translation>
    </message>
    <message>
        <source>away</source>
        <translation>不在岗</translation>
    </message>
    <message>
        <source>rest day or holiday</source>
        <translation>休息日或节假日</translation>
    </message>
    <message>
        <source>{template}, no longer adopted</source>
        <translation>{template}，已不再采用</translation>
    </message>
    <message>
        <source>{times}, break {clock}</source>
        <translation>{times}，{clock} 休息</translation>
    </message>
</context>
<context>
    <name>RosterEditing</name>
    <message>
        <source>Not published: {changes}</source>
        <translation>未发布：{changes}</translation>
    </message>
    <message>
        <source>As published. Drag a shift, or choose cells and press Enter.</source>
        <translation>与已发布的一致。可拖动班次，或选择格子后按回车键。</translation>
    </message>
    <message>
        <source>No shift has the code {letter}: type one of {codes}.</source>
        <translation>没有代码为 {letter} 的班次：请键入 {codes} 之一。</translation>
    </message>
    <message>
        <source>Copied: {count} cells</source>
        <translation>已复制：{count} 格</translation>
    </message>
    <message>
        <source>Nothing is copied yet: choose cells and copy them first.</source>
        <translation>还没有复制任何内容：请先选择格子并复制。</translation>
    </message>
    <message>
        <source>Let go: {changes}</source>
        <translation>松开后：{changes}</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Roster</source>
        <translation>排班表</translation>
    </message>
    <message>
        <source>V&amp;iew</source>
        <translation>视图(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>整个周期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>Period or day</source>
        <translation>整个周期或一天</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>What stands on the tiles</source>
        <translation>格子中显示什么</translation>
    </message>
    <message>
        <source>The current cell in words</source>
        <translation>所选格子的说明</translation>
    </message>
    <message>
        <source>{state}, version {version} · people: {people} · {planned} h planned of {contract} h contracted</source>
        <translation>{state}，第 {version} 版 · {people} 人 · 计划 {planned} 小时，合同 {contract} 小时</translation>
    </message>
    <message>
        <source>{summary} · The period is over: what is published now corrects the record.</source>
        <translation>{summary} · 周期已结束：现在发布的只更正记录。</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Wished for</source>
        <translation>所求</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满足程度</translation>
    </message>
    <message>
        <source>Wishes honoured</source>
        <translation>已满足</translation>
    </message>
    <message>
        <source>Wishes lost</source>
        <translation>未满足</translation>
    </message>
</context>
<context>
    <name>RoundMethods</name>
    <message>
        <source>Nobody falls below a floor; beyond it, who has little gains most.</source>
        <translation>人人不低于下限；在此之上，所得少的人优先受益。</translation>
    </message>
    <message>
        <source>The most satisfaction in all: who has little counts no more than who has much.</source>
        <translation>总满意度最大：所得少的人并不比所得多的人更受照顾。</translation>
    </message>
    <message>
        <source>The least satisfied as satisfied as can be. Takes some five times as long.</source>
        <translation>让最不满意的人尽量满意。用时约为五倍。</translation>
    </message>
    <message>
        <source>Everybody in turn claims three wishes, then three more; most credit first.</source>
        <translation>众人轮流各认领三个志愿，再各认领三个；积分多者先选。</translation>
    </message>
    <message>
        <source>Everybody in turn takes one wish, then in reverse order; most credit first.</source>
        <translation>众人轮流各取一个志愿，再按相反次序轮流；积分多者先选。</translation>
    </message>
    <message>
        <source>One after the other takes all they wish; who was employed first comes first.</source>
        <translation>一人选完全部志愿，再轮到下一人；入职早者先选。</translation>
    </message>
    <message>
        <source>Shifts are given out by: {method}. {sentence}</source>
        <translation>班次分配方法：{method}。{sentence}</translation>
    </message>
    <message>
        <source>Law and enough people at the desks come first. Then everybody is to get a fair part of what they wish for, and whoever has got little so far gains most. Bids are weighed together: bidding early brings nothing.</source>
        <translation>先保证合法和窗口人手充足。然后让每个人都得到志愿中公平的一份，到目前为止得到少的人增益最大。所有志愿一起权衡：提交得早没有好处。</translation>
    </message>
    <message>
        <source>Law and enough people at the desks come first. Then as many wishes as can be are granted in all, whoever they are from; some may get little so that all together get more.</source>
        <translation>先保证合法和窗口人手充足。然后让满足的志愿总量尽可能多，不论是谁的；可能有人得到很少，以使全体合计得到更多。</translation>
    </message>
    <message>
        <source>Law and enough people at the desks come first. Then whoever gets least is to get as much as can be, then the next, and so on.</source>
        <translation>先保证合法和窗口人手充足。然后让得到最少的人尽可能多得，再轮到次少的人，依此类推。</translation>
    </message>
    <message>
        <source>Law and enough people at the desks come first. One after the other is given the three wishes that weigh most and are still free, then three more; whoever got little in earlier rounds comes first.</source>
        <translation>先保证合法和窗口人手充足。按顺序每人先得到分量最重且仍空缺的三个志愿，然后再三个；前几轮得到少的人在先。</translation>
    </message>
    <message>
        <source>Law and enough people at the desks come first. One after the other is given one wish that is still free, then in reverse order; whoever got little in earlier rounds comes first.</source>
        <translation>先保证合法和窗口人手充足。按顺序每人得到一个仍空缺的志愿，然后按相反顺序再来；前几轮得到少的人在先。</translation>
    </message>
    <message>
        <source>Law and enough people at the desks come first. Whoever was employed first is given all wishes that can be granted, then the next.</source>
        <translation>先保证合法和窗口人手充足。入职最早的人得到所有能满足的志愿，然后是下一位。</translation>
    </message>
    <message>
        <source>Fair shares</source>
        <translation>公平份额</translation>
    </message>
    <message>
        <source>Greatest total</source>
        <translation>总和最大</translation>
    </message>
    <message>
        <source>Least satisfied first</source>
        <translation>最不满意者优先</translation>
    </message>
    <message>
        <source>Waves of claims</source>
        <translation>分批认领</translation>
    </message>
    <message>
        <source>Turns there and back</source>
        <translation>往返轮选</translation>
    </message>
    <message>
        <source>By seniority</source>
        <translation>按工龄</translation>
    </message>
</context>
<context>
    <name>RoundOpeningDialog</name>
    <message>
        <source>Open the bidding</source>
        <translation>开放选班</translation>
    </message>
    <message>
        <source>Method of the award</source>
        <translation>分配方法</translation>
    </message>
    <message>
        <source>&amp;Method of the award</source>
        <translation>分配方法(&amp;M)</translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message>
        <source>Round</source>
        <translation>选班</translation>
    </message>
    <message>
        <source>Satisfaction of everybody who wished</source>
        <translation>每位志愿者的满足程度</translation>
    </message>
    <message>
        <source>People who have bid</source>
        <translation>已提交志愿的人数</translation>
    </message>
    <message>
        <source>After the close, Award finds the roster in the background and publishes it; you can cancel it. Each person reads the reasons of their own lost wishes under their own name.</source>
        <translation>关闭之后，“分配并公布”在后台求出排班并公布，可以取消。每个人登录后可看到自己未满足志愿的原因。</translation>
    </message>
    <message>
        <source>Wi&amp;thdraw …</source>
        <translation>撤销(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>开放(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Close …</source>
        <translation>关闭(&amp;C) …</translation>
    </message>
    <message>
        <source>Awar&amp;d …</source>
        <translation>分配(&amp;D) …</translation>
    </message>
    <message>
        <source>&amp;Final</source>
        <translation>定案(&amp;F)</translation>
    </message>
    <message>
        <source>No bidding round yet. It opens on what a counted vote adopted.</source>
        <translation>尚无选班。选班在已计票的投票结果之上开放。</translation>
    </message>
    <message>
        <source>Method of the award: {method}. {sentence}</source>
        <translation>分配方法：{method}。{sentence}</translation>
    </message>
    <message>
        <source>No award yet</source>
        <translation>尚未分配</translation>
    </message>
    <message>
        <source>How far the award met everybody’s wishes will stand here. Until then: open a round, let the trustee close it after its deadline, then award it.</source>
        <translation>分配之后，这里将显示每个人的志愿满足程度。在此之前：先开放选班，截止时间过后由受托人关闭，然后进行分配。</translation>
    </message>
    <message>
        <source>Award and publish</source>
        <translation>分配并公布</translation>
    </message>
    <message>
        <source>Where the roster is published later than law or agreement asks, say why; else leave it empty.</source>
        <translation>若排班公布晚于法规或约定的时间，请说明原因；否则留空。</translation>
    </message>
    <message>
        <source>Awarded and published as version {version}.</source>
        <translation>已分配并公布为第 {version} 版。</translation>
    </message>
</context>
<context>
    <name>RuleValues</name>
    <message>
        <source>, </source>
        <comment>between two values</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>for more than</source>
        <translation>超过</translation>
    </message>
    <message>
        <source>age in years</source>
        <translation>年龄（岁）</translation>
    </message>
    <message>
        <source>rest where agreed</source>
        <translation>经约定的休息</translation>
    </message>
    <message>
        <source>for people under (years)</source>
        <translation>未满（岁）</translation>
    </message>
    <message>
        <source>rest days in the block of weeks</source>
        <translation>周期内休息日</translation>
    </message>
    <message>
        <source>weeks of a block</source>
        <translation>周期（周）</translation>
    </message>
    <message>
        <source>break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>meal breaks due</source>
        <translation>应有用餐休息</translation>
    </message>
    <message>
        <source>for every</source>
        <translation>每</translation>
    </message>
    <message>
        <source>rest in two weeks</source>
        <translation>两周内休息</translation>
    </message>
    <message>
        <source>free days</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>for people from (years)</source>
        <translation>年满（岁）</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>over months, from</source>
        <translation>按月平均，自</translation>
    </message>
    <message>
        <source>most days</source>
        <translation>最多天数</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>most shifts</source>
        <translation>最多班次</translation>
    </message>
    <message>
        <source>meal break</source>
        <translation>用餐休息</translation>
    </message>
    <message>
        <source>hours of a month</source>
        <translation>每月工时</translation>
    </message>
    <message>
        <source>night until</source>
        <translation>夜间至</translation>
    </message>
    <message>
        <source>night from</source>
        <translation>夜间自</translation>
    </message>
    <message>
        <source>counts as night work from</source>
        <translation>算作夜班，自</translation>
    </message>
    <message>
        <source>night worker from (days a year)</source>
        <translation>夜班人员，自（每年天数）</translation>
    </message>
    <message>
        <source>normal day</source>
        <translation>正常工作日</translation>
    </message>
    <message>
        <source>normal week</source>
        <translation>正常工作周</translation>
    </message>
    <message>
        <source>notice in days</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>paid at</source>
        <translation>支付比例</translation>
    </message>
    <message>
        <source>hours of a quarter</source>
        <translation>每季工时</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>averaged over weeks</source>
        <translation>平均周数</translation>
    </message>
    <message>
        <source>rest days</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>a short day is at most</source>
        <translation>短工作日最多</translation>
    </message>
    <message>
        <source>least part of a break</source>
        <translation>每段休息至少</translation>
    </message>
    <message>
        <source>at most, with the special clause</source>
        <translation>有特别条款时最多</translation>
    </message>
    <message>
        <source>over months, to</source>
        <translation>按月平均，至</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>may be waived up to</source>
        <translation>可放弃，至</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>hours of a week</source>
        <translation>每周工时</translation>
    </message>
    <message>
        <source>rest days a week</source>
        <translation>每周休息日</translation>
    </message>
    <message>
        <source>within days</source>
        <translation>须在天数内</translation>
    </message>
    <message>
        <source>the workday begins at</source>
        <translation>工作日始于</translation>
    </message>
    <message>
        <source>hours of a year</source>
        <translation>每年工时</translation>
    </message>
    <message>
        <source>article 36 agreement</source>
        <translation>第 36 条协定</translation>
    </message>
    <message>
        <source>a shift past midnight counts</source>
        <translation>跨零点的班次计入</translation>
    </message>
    <message>
        <source>days away in an average</source>
        <translation>求平均时的缺勤日</translation>
    </message>
    <message>
        <source>rest-day pay goes by</source>
        <translation>休息日工资依据</translation>
    </message>
    <message>
        <source>hours of a period are reckoned from</source>
        <translation>周期工时的计算依据</translation>
    </message>
    <message>
        <source>rest days are given</source>
        <translation>休息日安排</translation>
    </message>
    <message>
        <source>where earlier weeks are not known</source>
        <translation>以前各周未知时</translation>
    </message>
    <message>
        <source>special clause</source>
        <translation>特别条款</translation>
    </message>
    <message>
        <source>statutory rest day</source>
        <translation>法定休息日</translation>
    </message>
    <message>
        <source>the week is</source>
        <translation>周的起止</translation>
    </message>
    <message>
        <source>four in four weeks</source>
        <translation>四周四天</translation>
    </message>
    <message>
        <source>the actual workdays</source>
        <translation>实际工作日</translation>
    </message>
    <message>
        <source>the actual workdays while employed</source>
        <translation>在职期间的实际工作日</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>已约定</translation>
    </message>
    <message>
        <source>20.67 days a month</source>
        <translation>每月 20.67 天</translation>
    </message>
    <message>
        <source>the average of the weeks known</source>
        <translation>已知各周的平均</translation>
    </message>
    <message>
        <source>the calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>the calendar week</source>
        <translation>日历周</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>are replaced by days after them</source>
        <translation>以其后的日子代替</translation>
    </message>
    <message>
        <source>any seven days</source>
        <translation>任意连续七天</translation>
    </message>
    <message>
        <source>the roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>on both days</source>
        <translation>分属两天</translation>
    </message>
    <message>
        <source>on the day it starts</source>
        <translation>开始之日</translation>
    </message>
    <message>
        <source>nothing is decided</source>
        <translation>不作判断</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>{name}: {reading}</source>
        <translation>{name}：{reading}</translation>
    </message>
    <message>
        <source>House rule</source>
        <translation>内部规定</translation>
    </message>
    <message>
        <source>shiftbid’s house pack: common practice, labelled as policy</source>
        <translation>shiftbid 内部规定集：通行做法，标明为内部规定</translation>
    </message>
    <message>
        <source>from memory, not checked against a text</source>
        <translation>凭记忆写出，未与原文核对</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>When broken</source>
        <translation>违反时</translation>
    </message>
    <message>
        <source>Values (h:min)</source>
        <translation>数值（时:分）</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>代号</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules and hall</source>
        <translation>规则与营业厅</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>现行规则</translation>
    </message>
    <message>
        <source>The current rule in full</source>
        <translation>当前规则全文</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>营业</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Busy hours</source>
        <translation>忙时</translation>
    </message>
    <message>
        <source>from {customers} expected customers an hour on</source>
        <translation>每小时预计 {customers} 位客户起</translation>
    </message>
    <message>
        <source>Rules in force: {title}, version {version} ({count})</source>
        <translation>现行规则：{title}，版本 {version}（{count} 条）</translation>
    </message>
    <message>
        <source>{counters} counters; a customer takes {minutes} min; at least {heads} present</source>
        <translation>{counters} 个柜台；每位客户 {minutes} 分钟；至少 {heads} 人在岗</translation>
    </message>
    <message>
        <source>{skill}, for {share} of the customers: {counters} counters; a customer takes {minutes} min; at least {heads} present</source>
        <translation>{skill}（{share} 的客户）：{counters} 个窗口；每位客户 {minutes} 分钟；至少 {heads} 人在岗</translation>
    </message>
    <message>
        <source>{minutes} (VIP {vip})</source>
        <translation>{minutes}（VIP {vip}）</translation>
    </message>
    <message>
        <source>busy hours: VIP {vip} min, others {regular} min; quiet hours: {quiet} min</source>
        <translation>忙时：贵宾 {vip} 分钟，其他 {regular} 分钟；闲时：{quiet} 分钟</translation>
    </message>
    <message>
        <source>{waits}; for at least {level} of the customers</source>
        <translation>{waits}；至少 {level} 的客户</translation>
    </message>
    <message>
        <source>{waits}; on average</source>
        <translation>{waits}；平均</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong, and how to mend it</source>
        <translation>问题及改正方法</translation>
    </message>
    <message>
        <source>Number of the person</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>每周工时（小时）</translation>
    </message>
    <message>
        <source>Minutes a week</source>
        <translation>每周工时（分钟）</translation>
    </message>
    <message>
        <source>Hours system</source>
        <translation>工时制</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>First day of work</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Pay an hour</source>
        <translation>小时工资</translation>
    </message>
    <message>
        <source>Pay an hour, in hundredths</source>
        <translation>小时工资（以分计）</translation>
    </message>
    <message>
        <source>Day and hour, or the hour</source>
        <translation>日期和小时，或仅小时</translation>
    </message>
    <message>
        <source>Day, beside the hour</source>
        <translation>日期（小时在另一列）</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>No column holds {what}. Choose it above, under “Read as”.</source>
        <translation>没有任何一列是{what}。请在上方“读作”一栏中选择。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客流</translation>
    </message>
    <message>
        <source>VIP or regular</source>
        <translation>VIP 或普通</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>营业厅</translation>
    </message>
    <message>
        <source>– not read –</source>
        <translation>– 不读取 –</translation>
    </message>
</context>
<context>
    <name>SetUpWizard</name>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>A spreadsheet or CSV file with one row a person. Say what its columns hold.</source>
        <translation>每人一行的电子表格或 CSV 文件。请指定各列的内容。</translation>
    </message>
    <message>
        <source>{title} – step {step} of {steps}</source>
        <translation>{title} – 第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>设立(&amp;U)</translation>
    </message>
    <message>
        <source>Set up a hall</source>
        <translation>设立营业厅</translation>
    </message>
    <message>
        <source>Storing …</source>
        <translation>正在存储…</translation>
    </message>
    <message>
        <source>{hall} ({zone}), open {opening}, {counters} counters.

People: {people}
Hours counted: {hours}

Press “Set up” to store it. Then choose the first day and the number of weeks at the top right of the window, and press Plan.</source>
        <translation>{hall}（{zone}），营业时间 {opening}，{counters} 个柜台。

员工：{people} 人
有客流数据的小时：{hours}

点击“设立”保存。之后在窗口右上角选择第一天和周数，再点击“排班”。</translation>
    </message>
    <message>
        <source>Nothing was stored:</source>
        <translation>没有存储任何内容：</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Is a</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Who allows it</source>
        <translation>由谁允许</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>payroll clerk</source>
        <translation>薪资员</translation>
    </message>
    <message>
        <source>consent of the person</source>
        <translation>本人同意</translation>
    </message>
    <message>
        <source>approval of the authority</source>
        <translation>主管部门批准</translation>
    </message>
    <message>
        <source>collective agreement</source>
        <translation>集体协议</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>rest day</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>public holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>day off in exchange</source>
        <translation>调休放假</translation>
    </message>
    <message>
        <source>worked in exchange</source>
        <translation>调休上班</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>No settings</source>
        <translation>没有设置</translation>
    </message>
    <message>
        <source>Managers settle accounts, consents, calendar, promise and terms here.</source>
        <translation>经理在此设定账户、同意、日历、承诺与约定。</translation>
    </message>
    <message>
        <source>Matters that are settled here</source>
        <translation>可设置的事项</translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message>
        <source>Nobody wished.</source>
        <translation>没有人提出志愿。</translation>
    </message>
    <message>
        <source>People who wished: {count}; satisfaction from {least} to {most}, mean {mean}</source>
        <translation>提出志愿者：{count} 人；满意度从 {least} 到 {most}，平均 {mean}</translation>
    </message>
</context>
<context>
    <name>ShiftChoiceDialog</name>
    <message>
        <source>Filter: day, shift or name</source>
        <translation>筛选：日期、班次或姓名</translation>
    </message>
    <message>
        <source>Filter the shifts</source>
        <translation>筛选班次</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>现由谁上</translation>
    </message>
    <message>
        <source>Shifts to choose from</source>
        <translation>可选班次</translation>
    </message>
</context>
<context>
    <name>ShortNotice</name>
    <message>
        <source>{rule} ({article}): short by days: {days}</source>
        <translation>{rule}（{article}）：差天数：{days}</translation>
    </message>
    <message>
        <source>The roster would be known later than law or agreement ask for. Plan a later period, or say why it comes late:</source>
        <translation>排班的公布时间将晚于法律或约定的要求。请计划更晚的周期，或说明为何迟了：</translation>
    </message>
    <message>
        <source>Short notice</source>
        <translation>通知期不足</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in to shiftbid</source>
        <translation>登录 shiftbid</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>密码(&amp;P)</translation>
    </message>
</context>
<context>
    <name>SkillChoice</name>
    <message>
        <source>S&amp;kill</source>
        <translation>技能(&amp;K)</translation>
    </message>
    <message>
        <source>Skill of the desk shown</source>
        <translation>所示窗口组的技能</translation>
    </message>
</context>
<context>
    <name>SwapsPage</name>
    <message>
        <source>Swaps</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Shifts offered, and shifts that lack heads</source>
        <translation>提供的班次和缺人的班次</translation>
    </message>
    <message>
        <source>Re&amp;fuse …</source>
        <translation>拒绝(&amp;F) …</translation>
    </message>
    <message>
        <source>Appr&amp;ove</source>
        <translation>批准(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Match all offers</source>
        <translation>匹配所有提议(&amp;M)</translation>
    </message>
    <message>
        <source>Nothing is exchanged</source>
        <translation>没有交换</translation>
    </message>
    <message>
        <source>Staff offer, claim and swap shifts on their own page My swaps; no shift lacks heads.</source>
        <translation>员工在自己的“我的换班”页面提供、认领和交换班次；没有班次缺人。</translation>
    </message>
    <message>
        <source>The round is final: shifts change hands no more, and what was undecided has lapsed.</source>
        <translation>选班已结束：班次不再转手，未决定的事项已失效。</translation>
    </message>
    <message>
        <source>This hall wants a manager to approve what everybody concerned has agreed to. Roster version {version}.</source>
        <translation>本营业厅要求由经理批准所有相关人员已同意的交换。排班版本 {version}。</translation>
    </message>
    <message>
        <source>An exchange is carried out as soon as everybody concerned has agreed; a manager may refuse one before. Roster version {version}.</source>
        <translation>所有相关人员同意后，交换立即执行；此前经理可以拒绝。排班版本 {version}。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Why is it refused? The people concerned can read the reason.</source>
        <translation>为什么拒绝？相关人员能看到理由。</translation>
    </message>
    <message>
        <source>Swaps found and proposed: {count}</source>
        <translation>找到并提出的换班：{count}</translation>
    </message>
    <message>
        <source>open to everybody</source>
        <translation>所有人都可认领</translation>
    </message>
    <message>
        <source>{name} gives it away</source>
        <translation>{name} 送出</translation>
    </message>
    <message>
        <source>{name} wants {wanted} for it</source>
        <translation>{name} 想换 {wanted}</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Problems of the file</source>
        <translation>文件中的问题</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Choose a file …</source>
        <translation>选择文件(&amp;C) …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Say what the columns hold: something that is needed was not recognised.</source>
        <translation>请说明各列的内容：有必需的内容未能识别。</translation>
    </message>
    <message>
        <source>Problems: {count}. Mend the file, or choose what its columns hold; nothing is stored before.</source>
        <translation>问题：{count} 个。请改正文件，或指定各列内容；在此之前不存储任何内容。</translation>
    </message>
    <message>
        <source>People found: {count}</source>
        <translation>找到人员：{count}</translation>
    </message>
    <message>
        <source>Hours counted: {count}</source>
        <translation>计数小时：{count}</translation>
    </message>
    <message>
        <source>One row a person. Needed are, in any order and under any name: a number, the name, the contract’s hours a week, the date of birth (law protects the young) and the first day of work. Read where they are there: pay an hour, skills, the system of hours. Whatever else the file holds is left alone.</source>
        <translation>每人一行。需要以下内容，列的顺序和名称不限：工号、姓名、合同每周工时、出生日期（法律保护未成年人）和入职日期。如有则一并读取：时薪、技能、工时制。文件中的其他内容不会读取。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>What column {name} holds</source>
        <translation>列 {name} 的内容</translation>
    </message>
</context>
<context>
    <name>TakerDialog</name>
    <message>
        <source>Who can take {shift}?</source>
        <translation>谁能接 {shift}？</translation>
    </message>
    <message>
        <source>Those first who break no rule; Enter gives the shift to the person chosen.</source>
        <translation>不违反规则的人排在前面；按回车键把班次交给所选的人。</translation>
    </message>
    <message>
        <source>Who can take the shift</source>
        <translation>谁能接这个班</translation>
    </message>
    <message>
        <source>&amp;Give the shift</source>
        <translation>交给此人(&amp;G)</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>break {clocks}</source>
        <translation>休息 {clocks}</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>班次模板</translation>
    </message>
    <message>
        <source>Heads that each menu puts at the counter, over the heads needed. Drag the edge of a bar, or use the arrow keys (with Shift: its start), to try other hours; nothing is stored.</source>
        <translation>各套模板在柜台的人数与需要人数。拖动横条边缘，或用方向键（按住 Shift 为开始时间）试用其他时间；不会保存任何内容。</translation>
    </message>
    <message>
        <source>Said; everybody of the hall can read it.</source>
        <translation>已发表，营业厅的每个人都能看到。</translation>
    </message>
    <message>
        <source>The template cannot be shorter: its breaks have to lie inside, and it has to last.</source>
        <translation>模板不能再短：休息须在班内，且班次须有时长。</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Against the law</source>
        <translation>违法</translation>
    </message>
    <message>
        <source>Needs consent</source>
        <translation>需要同意</translation>
    </message>
    <message>
        <source>House rule</source>
        <translation>内部规则</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Fewest paid hours</source>
        <translation>付薪工时最少</translation>
    </message>
    <message>
        <source>Few templates ({count})</source>
        <translation>班次模板少（{count}）</translation>
    </message>
    <message>
        <source>No short shifts</source>
        <translation>没有短班</translation>
    </message>
    <message>
        <source>Later starts</source>
        <translation>上班较晚</translation>
    </message>
    <message>
        <source>Short shifts only</source>
        <translation>只有短班</translation>
    </message>
    <message>
        <source>annual leave</source>
        <translation>年休假</translation>
    </message>
    <message>
        <source>sick leave</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>time off in lieu</source>
        <translation>调休</translation>
    </message>
    <message>
        <source>unpaid leave</source>
        <translation>事假</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不可排班</translation>
    </message>
    <message>
        <source>leave</source>
        <comment>annual leave, on a tile of five letters</comment>
        <translation>年假</translation>
    </message>
    <message>
        <source>sick</source>
        <comment>sick leave, on a tile of five letters</comment>
        <translation>病假</translation>
    </message>
    <message>
        <source>TOIL</source>
        <comment>time off in lieu, on a tile of five letters</comment>
        <translation>调休</translation>
    </message>
    <message>
        <source>away</source>
        <comment>unpaid leave, on a tile of five letters</comment>
        <translation>事假</translation>
    </message>
    <message>
        <source>n/a</source>
        <comment>not available, on a tile of five letters</comment>
        <translation>不可</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>贵宾</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Standard hours</source>
        <translation>标准工时</translation>
    </message>
    <message>
        <source>Comprehensive hours</source>
        <translation>综合工时</translation>
    </message>
    <message>
        <source>Part time</source>
        <translation>非全日制</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Overtime 125 %</source>
        <translation>加班 125 %</translation>
    </message>
    <message>
        <source>Overtime 150 %</source>
        <translation>加班 150 %</translation>
    </message>
    <message>
        <source>Overtime 200 %</source>
        <translation>加班 200 %</translation>
    </message>
    <message>
        <source>Rest day 135 %</source>
        <translation>休息日 135 %</translation>
    </message>
    <message>
        <source>Rest day 200 %</source>
        <translation>休息日 200 %</translation>
    </message>
    <message>
        <source>Holiday 300 %</source>
        <translation>法定假日 300 %</translation>
    </message>
    <message>
        <source>day off in lieu on {day}</source>
        <translation>{day} 的调休</translation>
    </message>
    <message>
        <source>request for time off</source>
        <translation>休假申请</translation>
    </message>
    <message>
        <source>shift {hours} on {day}</source>
        <translation>{day} {hours} 的班</translation>
    </message>
    <message>
        <source>opening balance</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>employment ended</source>
        <translation>离职</translation>
    </message>
    <message>
        <source>Holiday 150 %</source>
        <translation>法定假日 150 %</translation>
    </message>
    <message>
        <source>Adopted templates</source>
        <translation>已采用的班次模板</translation>
    </message>
    <message>
        <source>Answered with time off</source>
        <translation>以补休抵偿</translation>
    </message>
    <message>
        <source>Night, 25 % on top</source>
        <translation>深夜加成 25 %</translation>
    </message>
    <message>
        <source>Short rest, 25 % on top</source>
        <translation>班间休息不足加成 25 %</translation>
    </message>
    <message>
        <source>Short rest, 50 % on top</source>
        <translation>班间休息不足加成 50 %</translation>
    </message>
    <message>
        <source>Missed meal</source>
        <translation>缺用餐休息</translation>
    </message>
    <message>
        <source>Missed rest</source>
        <translation>缺间歇休息</translation>
    </message>
    <message>
        <source>Late change of the roster</source>
        <translation>临时改班</translation>
    </message>
    <message>
        <source>Fixed premium</source>
        <translation>固定补偿</translation>
    </message>
    <message>
        <source>Annual leave</source>
        <translation>年休假</translation>
    </message>
    <message>
        <source>Time off in lieu taken</source>
        <translation>已用调休</translation>
    </message>
    <message>
        <source>House bonus</source>
        <translation>内部奖励</translation>
    </message>
    <message>
        <source>Rest-day work</source>
        <translation>休息日上班</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>Holiday work</source>
        <translation>法定假日上班</translation>
    </message>
    <message>
        <source>Returned advance</source>
        <translation>退回的预支</translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation>转入</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>积攒</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Reservation ended</source>
        <translation>取消预留</translation>
    </message>
    <message>
        <source>Reserved time taken</source>
        <translation>已用预留</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>冲回</translation>
    </message>
    <message>
        <source>Advance paid back</source>
        <translation>归还预支</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>到期作废</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>折算工资</translation>
    </message>
    <message>
        <source>Employment ended</source>
        <translation>离职结清</translation>
    </message>
</context>
<context>
    <name>TermsPanel</name>
    <message>
        <source>Ter&amp;ms</source>
        <translation>约定(&amp;M)</translation>
    </message>
    <message>
        <source>What the hall has agreed beyond the law. It holds for what is opened from now on, and every change goes on record.</source>
        <translation>营业厅在法律之外的约定。对今后开启的事项有效，每次更改均留存记录。</translation>
    </message>
    <message>
        <source>A mana&amp;ger approves exchanges of shifts after everybody has agreed</source>
        <translation>换班在各方同意之后还须经理批准(&amp;G)</translation>
    </message>
    <message>
        <source>A roster is &amp;known before its period by</source>
        <translation>排班表在周期开始前多久公布(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Urgent appeals are decided within</source>
        <translation>紧急申诉的裁定时限(&amp;U)</translation>
    </message>
    <message>
        <source>Other appeals are decided wi&amp;thin</source>
        <translation>其他申诉的裁定时限(&amp;T)</translation>
    </message>
    <message>
        <source>Rounds are awarded b&amp;y</source>
        <translation>选班的分配方法(&amp;Y)</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>nothing agreed</source>
        <translation>没有约定</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Agree on this &amp;from now on</source>
        <translation>自现在起按此约定(&amp;F)</translation>
    </message>
    <message>
        <source>The hall has agreed on this now</source>
        <translation>营业厅现已如此约定</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Shifts against the law: {count}</source>
        <translation>违法的班：{count}</translation>
    </message>
    <message>
        <source>Findings that need consent or a look: {count}</source>
        <translation>需要同意或查看的检查结果：{count}</translation>
    </message>
    <message>
        <source>Hours that miss the waiting promise: {count}</source>
        <translation>未达到等候承诺的小时：{count}</translation>
    </message>
    <message>
        <source>{who} has appealed and waits for your answer</source>
        <translation>{who} 提出了申诉，等您答复</translation>
    </message>
    <message>
        <source>The appeal of {who} waits for your decision</source>
        <translation>{who} 的申诉等您决定</translation>
    </message>
    <message>
        <source>An exchange of shifts waits for your approval: {who}</source>
        <translation>一项班次交换等您批准：{who}</translation>
    </message>
    <message>
        <source>{who} waits for an answer to a request for time off</source>
        <translation>{who}的休假申请等待答复</translation>
    </message>
    <message>
        <source>{who}: {time} of time off in lieu expires</source>
        <translation>{who}：{time} 调休即将到期</translation>
    </message>
    <message>
        <source>The next period is not planned yet</source>
        <translation>下一期尚未排班</translation>
    </message>
    <message>
        <source>The pay of the period is not closed</source>
        <translation>本期工资尚未结算</translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>From / until</source>
        <translation>起 / 止</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>Double-click a line, or press Enter on it, to see to it.</source>
        <translation>双击某行或按 Enter，即可前往处理。</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>没有需要处理的事项</translation>
    </message>
    <message>
        <source>Plan, promise, time off and pay are in order.</source>
        <translation>排班、承诺、休假和工资均无待办。</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至{day}</translation>
    </message>
</context>
<context>
    <name>Toil</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>To take</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Taken in advance</source>
        <translation>预支</translation>
    </message>
    <message>
        <source>Expires in 30 days</source>
        <translation>30 天内到期</translation>
    </message>
    <message>
        <source>Next last day</source>
        <translation>最近期限</translation>
    </message>
    <message>
        <source>Earned as</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后期限</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Nothing earned or taken yet</source>
        <translation>尚无所得，也未使用</translation>
    </message>
    <message>
        <source>Time off earned by overtime, by work on rest days and holidays or by shifts with a bonus will stand here with the last day to take it, and beside it every change of the balance. It is written when a roster is published, and asked for on the page My requests.</source>
        <translation>因加班、休息日或法定假日上班以及有奖励的班次而得的调休，将连同最后可用日期显示在这里，旁边列出余额的每次变动。发布班表时记入，在“我的申请”页面申请使用。</translation>
    </message>
</context>
<context>
    <name>ToilPage</name>
    <message>
        <source>Time off in lieu</source>
        <translation>调休</translation>
    </message>
    <message>
        <source>Balances of time off in lieu</source>
        <translation>调休余额</translation>
    </message>
    <message>
        <source>What is left of the person&apos;s lots</source>
        <translation>所选人员各批剩余</translation>
    </message>
    <message>
        <source>The person&apos;s journal</source>
        <translation>所选人员的记录</translation>
    </message>
    <message>
        <source>No time off in lieu</source>
        <translation>没有调休</translation>
    </message>
    <message>
        <source>Balances appear as soon as somebody is on the staff list.</source>
        <translation>名单上有人员后即显示余额。</translation>
    </message>
    <message>
        <source>{total} of time off in lieu on {day} · {soon} of it expires within 30 days</source>
        <translation>{day}调休余额共 {total} · 其中 {soon} 将在 30 天内到期</translation>
    </message>
    <message>
        <source>Statement of {name}: {balance}</source>
        <translation>{name}的明细：{balance}</translation>
    </message>
</context>
<context>
    <name>TrusteeDialog</name>
    <message>
        <source>&amp;Trustee’s name</source>
        <translation>受托人姓名(&amp;T)</translation>
    </message>
    <message>
        <source>Trustee’s &amp;PIN</source>
        <translation>受托人 PIN(&amp;P)</translation>
    </message>
</context>
<context>
    <name>VoteOpeningDialog</name>
    <message>
        <source>Open a vote</source>
        <translation>发起投票</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>&amp;First day of the period</source>
        <translation>期间首日(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Weeks</source>
        <translation>周数(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Quorum (ballots)</source>
        <translation>最低票数(&amp;Q)</translation>
    </message>
    <message>
        <source>seven for each desk</source>
        <translation>每类柜台七个</translation>
    </message>
    <message>
        <source>Of the demand’s half-hours, beyond the fewest that any set leaves missing</source>
        <translation>占需求半小时数的比例，在各组合所能达到的最少缺口之外</translation>
    </message>
    <message>
        <source>Beyond the paid hours of the cheapest menu</source>
        <translation>与最省方案的带薪小时相比</translation>
    </message>
    <message>
        <source>Count b&amp;y</source>
        <translation>计票方法(&amp;Y)</translation>
    </message>
    <message>
        <source>Templates &amp;adopted</source>
        <translation>采用的模板数(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Demand it may leave missing</source>
        <translation>可多缺的需求(&amp;D)</translation>
    </message>
    <message>
        <source>Paid &amp;hours it may cost more</source>
        <translation>可多用的带薪小时(&amp;H)</translation>
    </message>
</context>
<context>
    <name>VotePage</name>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>What is put to the vote</source>
        <translation>付诸投票的方案</translation>
    </message>
    <message>
        <source>People who have voted</source>
        <translation>已投票的人数</translation>
    </message>
    <message>
        <source>Ballots are sealed until the close. Until then you see how many took part, and no ballot.</source>
        <translation>选票在关闭前一直密封。在此之前您只能看到参与人数，看不到任何选票。</translation>
    </message>
    <message>
        <source>&amp;Open a vote …</source>
        <translation>发起投票(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Close and count …</source>
        <translation>关闭并计票(&amp;C) …</translation>
    </message>
    <message>
        <source>Wi&amp;thdraw …</source>
        <translation>撤销(&amp;T) …</translation>
    </message>
    <message>
        <source>Res&amp;ult …</source>
        <translation>结果(&amp;U) …</translation>
    </message>
    <message>
        <source>Wh&amp;y not the others? …</source>
        <translation>为何不是其他模板(&amp;Y) …</translation>
    </message>
    <message>
        <source>No vote yet. A vote finds templates that cover the demand and asks the staff.</source>
        <translation>尚无投票。投票先找出能覆盖需求的班次方案，再征求员工意见。</translation>
    </message>
    <message>
        <source>Quorum: {quorum}</source>
        <translation>最低票数：{quorum}</translation>
    </message>
</context>
<context>
    <name>VoteResultDialog</name>
    <message>
        <source>Result of the vote</source>
        <translation>投票结果</translation>
    </message>
    <message>
        <source>Adopted templates that a person approves</source>
        <translation>一个人赞成的已采用模板数</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>People by how many adopted templates they approve</source>
        <translation>按赞成的已采用模板数统计的人数</translation>
    </message>
    <message>
        <source>no covering set exceeds {bound}</source>
        <translation>任何能覆盖需求的组合都不超过 {bound}</translation>
    </message>
    <message>
        <source>counted seat by seat</source>
        <translation>逐席计算</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已证明</translation>
    </message>
    <message>
        <source>not proven within the limit of work</source>
        <translation>在计算量限制内未能证明</translation>
    </message>
    <message>
        <source> It may be {most} h at most.</source>
        <translation> 最多可用 {most} 小时。</translation>
    </message>
    <message>
        <source>Points of the winners: {points}; {limit}; {proof}.</source>
        <translation>当选模板得分：{points}；{limit}；{proof}。</translation>
    </message>
    <message>
        <source>Missing half-hours: {missing}; fewest without a vote {least}, allowed {most}.</source>
        <translation>缺人半小时：{missing}；不投票时最少 {least}，允许 {most}。</translation>
    </message>
    <message>
        <source>The vote costs {extra} paid hours: {adopted} h against {cheapest} h of the cheapest menu.</source>
        <translation>投票多用 {extra} 个带薪小时：{adopted} 小时，最省方案为 {cheapest} 小时。</translation>
    </message>
</context>
<context>
    <name>WorkDesk</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，没有任何改动。</translation>
    </message>
    <message>
        <source>This did not work. Nothing was changed.</source>
        <translation>未能完成，未作任何改动。</translation>
    </message>
</context>
<context>
    <name>_LastPage</name>
    <message>
        <source>Ready</source>
        <translation>准备就绪</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未保存任何内容。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
</TS>
