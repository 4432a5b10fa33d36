<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>S&amp;kill</source>
        <translation>技能(&amp;K)</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
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
        <translation>问题</translation>
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
    <name>JobRunner</name>
    <message>
        <source>The planning process ended unexpectedly (exit code {code}). Nothing was changed; a new process is ready, so you can plan again.</source>
        <translation>排班进程意外结束（退出码 {code}）。没有任何改动；新的进程已就绪，可以再次排班。</translation>
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
        <source>No hall yet</source>
        <translation>还没有营业厅</translation>
    </message>
    <message>
        <source>Add a hall first: shiftbid halls add --help</source>
        <translation>请先添加营业厅：shiftbid halls add --help</translation>
    </message>
    <message>
        <source>No plan yet for this hall and period</source>
        <translation>此营业厅和期间还没有计划</translation>
    </message>
    <message>
        <source>Choose the first day and the number of weeks above, then press Plan.</source>
        <translation>请在上方选择第一天和周数，然后按“排班”。</translation>
    </message>
    <message>
        <source>Planned: {period}</source>
        <translation>已排班：{period}</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，没有任何改动。</translation>
    </message>
    <message>
        <source>The plan failed. Nothing was changed.</source>
        <translation>排班失败，没有任何改动。</translation>
    </message>
    <message>
        <source>The plan failed</source>
        <translation>排班失败</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
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
    <name>Numbers</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
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
        <source>{times}, template {letter} ({template}), {hours} h</source>
        <translation>{times}，班次 {letter}（{template}），{hours} 小时</translation>
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
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>{name}, {planned} of {contract} h</source>
        <translation>{name}，{planned} / {contract} 小时</translation>
    </message>
    <message>
        <source>findings: {count}</source>
        <translation>检查结果：{count}</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Roster</source>
        <translation>排班表</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>planned / contract h</source>
        <translation>计划 / 合同工时</translation>
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
        <source>Roster: people down, days across</source>
        <translation>排班表：纵向为人员，横向为日期</translation>
    </message>
    <message>
        <source>People and hours by day</source>
        <translation>每天的人数和工时</translation>
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
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>检查结果</translation>
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
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>密码(&amp;P)</translation>
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
</context>
</TS>
