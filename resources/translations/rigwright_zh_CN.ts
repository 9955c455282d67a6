<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Acceptance</name>
    <message>
        <source>Accelerators and their memory</source>
        <translation>加速卡及其显存</translation>
    </message>
    <message>
        <source>{count} × {name} with {memory} each, of which the driver shows about {visible}</source>
        <translation>{count} × {name}，每张 {memory}，驱动程序显示约 {visible}</translation>
    </message>
    <message>
        <source>{count} × {name} with {memory} each</source>
        <translation>{count} × {name}，每张 {memory}</translation>
    </message>
    <message>
        <source>Link of a card as seated</source>
        <translation>插卡的实际链路</translation>
    </message>
    <message>
        <source>{name} in slot {slot} of the board: {link}, under load</source>
        <translation>{name} 位于主板插槽 {slot}：负载下为 {link}</translation>
    </message>
    <message>
        <source>Direct links between accelerators</source>
        <translation>加速卡之间的直连</translation>
    </message>
    <message>
        <source>all links of all {count} {name} are up: {bandwidth} GB/s for each by the data sheet, both directions together</source>
        <translation>全部 {count} 张 {name} 的所有链路均已连通：按数据手册每张 {bandwidth} GB/s（双向合计）</translation>
    </message>
    <message>
        <source>Power limit of the accelerators</source>
        <translation>加速卡功率上限</translation>
    </message>
    <message>
        <source>{watts} W, also after a restart</source>
        <translation>{watts} W，重启后仍有效</translation>
    </message>
    <message>
        <source>Cooling of the accelerators</source>
        <translation>加速卡散热</translation>
    </message>
    <message>
        <source>no slow-down for heat in an hour under full load, case closed</source>
        <translation>合上机箱满载一小时，不因过热降频</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>{count} × {name} with {cores} cores and {threads} threads each</source>
        <translation>{count} × {name}，每颗 {cores} 核 {threads} 线程</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>Memory modules</source>
        <translation>内存条</translation>
    </message>
    <message>
        <source>{count} × {size} {type} {module} of the kit {name}</source>
        <translation>{count} × {size} {type} {module}，套装 {name}</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>{memory}, of which the system shows some less</source>
        <translation>{memory}，系统显示会略少</translation>
    </message>
    <message>
        <source>Memory channels in use</source>
        <translation>已使用的内存通道</translation>
    </message>
    <message>
        <source>modules on {populated} of {channels} channels, at most {each} on each; in the slots that the board&apos;s manual names</source>
        <translation>{channels} 个通道中 {populated} 个装有内存条，每通道最多 {each} 条；按主板手册所列插槽安装</translation>
    </message>
    <message>
        <source>Memory speed</source>
        <translation>内存速率</translation>
    </message>
    <message>
        <source>{speed} MT/s configured, with several modules on a channel; with one it would be {single}</source>
        <translation>运行于 {speed} MT/s（每通道多条内存）；每通道一条时为 {single}</translation>
    </message>
    <message>
        <source>{speed} MT/s configured</source>
        <translation>运行于 {speed} MT/s</translation>
    </message>
    <message>
        <source>Memory corrects errors</source>
        <translation>内存纠错</translation>
    </message>
    <message>
        <source>the error correction type is not &quot;None&quot;</source>
        <translation>纠错类型不是“None”</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>硬盘</translation>
    </message>
    <message>
        <source>{count} × {name} with {size} each</source>
        <translation>{count} × {name}，每块 {size}</translation>
    </message>
    <message>
        <source>Reading from a drive</source>
        <translation>硬盘读取速度</translation>
    </message>
    <message>
        <source>{name}: {rate} GB/s sequential by the data sheet</source>
        <translation>{name}：按数据手册顺序读取 {rate} GB/s</translation>
    </message>
    <message>
        <source>at least {low} tokens/s; our estimate, not a maker&apos;s promise, is {low} to {high}</source>
        <translation>至少 {low} 词元/秒；我们的估算（并非厂商承诺）为 {low} 至 {high}</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>读取提示词</translation>
    </message>
    <message>
        <source>Writing the answer, for one user</source>
        <translation>单用户生成回答</translation>
    </message>
    <message>
        <source>Writing answers, for all users together</source>
        <translation>全部用户合计生成回答</translation>
    </message>
    <message>
        <source>Time until the answer begins</source>
        <translation>开始回答前的时间</translation>
    </message>
    <message>
        <source>at most {high} s; our estimate, not a maker&apos;s promise, is {low} to {high}</source>
        <translation>至多 {high} 秒；我们的估算（并非厂商承诺）为 {low} 至 {high}</translation>
    </message>
    <message>
        <source>Power at the wall while it works</source>
        <translation>工作时的墙上功率</translation>
    </message>
    <message>
        <source>about {watts} W by our estimate; read on a meter at the plug</source>
        <translation>按我们的估算约 {watts} W；用插座功率计读取</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>at most {watts} W, as its maker states; read on a meter at the plug</source>
        <translation>至多 {watts} W（厂商标称）；用插座功率计读取</translation>
    </message>
    <message>
        <source>Network between the machines</source>
        <translation>整机之间的网络</translation>
    </message>
    <message>
        <source>{rate} Gbit/s on a port of {name}</source>
        <translation>{name} 的端口速率为 {rate} Gbit/s</translation>
    </message>
</context>
<context>
    <name>CatalogWords</name>
    <message>
        <source>Accelerators</source>
        <translation>加速器</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>主板</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Power supplies</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>机箱</translation>
    </message>
    <message>
        <source>Coolers</source>
        <translation>散热器</translation>
    </message>
    <message>
        <source>Network cards</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Complete systems</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>Cloud offers</source>
        <translation>云实例报价</translation>
    </message>
    <message>
        <source>Hosted models</source>
        <translation>托管模型</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>加速器</translation>
    </message>
    <message>
        <source>Power at work</source>
        <translation>工作功耗</translation>
    </message>
    <message>
        <source>AMX</source>
        <translation>AMX</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>ATX version</source>
        <translation>ATX 版本</translation>
    </message>
    <message>
        <source>AVX-512</source>
        <translation>AVX-512</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Base clock</source>
        <translation>基础频率</translation>
    </message>
    <message>
        <source>2.5-inch bays</source>
        <translation>2.5 英寸盘位</translation>
    </message>
    <message>
        <source>3.5-inch bays</source>
        <translation>3.5 英寸盘位</translation>
    </message>
    <message>
        <source>BF16</source>
        <translation>BF16</translation>
    </message>
    <message>
        <source>New firmware without CPU</source>
        <translation>无需 CPU 更新固件</translation>
    </message>
    <message>
        <source>Remote management</source>
        <translation>远程管理</translation>
    </message>
    <message>
        <source>Takes boards</source>
        <translation>支持的主板</translation>
    </message>
    <message>
        <source>Board power</source>
        <translation>板卡功耗</translation>
    </message>
    <message>
        <source>Boost clock</source>
        <translation>加速频率</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>CAS latency</source>
        <translation>CAS 延迟</translation>
    </message>
    <message>
        <source>Channels a socket</source>
        <translation>每插座通道数</translation>
    </message>
    <message>
        <source>Chipset</source>
        <translation>芯片组</translation>
    </message>
    <message>
        <source>Compute capability</source>
        <translation>计算能力</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>接口类型</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Takes CPUs</source>
        <translation>支持的 CPU</translation>
    </message>
    <message>
        <source>Takes CPUs after an update</source>
        <translation>更新后支持的 CPU</translation>
    </message>
    <message>
        <source>Speed of DDR4</source>
        <translation>DDR4 速率</translation>
    </message>
    <message>
        <source>Memory slots</source>
        <translation>内存插槽</translation>
    </message>
    <message>
        <source>Double-width cards</source>
        <translation>双宽卡数</translation>
    </message>
    <message>
        <source>Cools passive cards</source>
        <translation>可冷却被动散热卡</translation>
    </message>
    <message>
        <source>ECC</source>
        <translation>ECC</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>效率</translation>
    </message>
    <message>
        <source>Endurance</source>
        <translation>写入寿命</translation>
    </message>
    <message>
        <source>EPS connectors</source>
        <translation>EPS 接口</translation>
    </message>
    <message>
        <source>Expansion slots</source>
        <translation>扩展槽</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Form factor</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>FP16, accumulating in FP16</source>
        <translation>FP16（FP16 累加）</translation>
    </message>
    <message>
        <source>FP16</source>
        <translation>FP16</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>FP4</source>
        <translation>FP4</translation>
    </message>
    <message>
        <source>FP8</source>
        <translation>FP8</translation>
    </message>
    <message>
        <source>Speed of a port</source>
        <translation>端口速率</translation>
    </message>
    <message>
        <source>Drives a display</source>
        <translation>可输出显示</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Power supplies included</source>
        <translation>附带电源数</translation>
    </message>
    <message>
        <source>Rating of an included one</source>
        <translation>附带电源额定功率</translation>
    </message>
    <message>
        <source>Inlet</source>
        <translation>输入插座</translation>
    </message>
    <message>
        <source>INT8</source>
        <translation>INT8</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shared lanes</source>
        <translation>共享通道</translation>
    </message>
    <message>
        <source>Rating of a 16-pin lead</source>
        <translation>16 针线缆额定功率</translation>
    </message>
    <message>
        <source>16-pin leads</source>
        <translation>16 针线缆</translation>
    </message>
    <message>
        <source>6-pin leads</source>
        <translation>6 针线缆</translation>
    </message>
    <message>
        <source>8-pin leads</source>
        <translation>8 针线缆</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Direct links</source>
        <translation>直连链路</translation>
    </message>
    <message>
        <source>Devices linked at most</source>
        <translation>最多互连设备数</translation>
    </message>
    <message>
        <source>Rating at 120 V</source>
        <translation>120 V 下额定功率</translation>
    </message>
    <message>
        <source>M.2 slots</source>
        <translation>M.2 插槽</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>制造商</translation>
    </message>
    <message>
        <source>Card length at most</source>
        <translation>显卡最大长度</translation>
    </message>
    <message>
        <source>Cooler height at most</source>
        <translation>散热器最大高度</translation>
    </message>
    <message>
        <source>Power supply length at most</source>
        <translation>电源最大长度</translation>
    </message>
    <message>
        <source>Power at most</source>
        <translation>最大功耗</translation>
    </message>
    <message>
        <source>Sockets at most</source>
        <translation>最多插座数</translation>
    </message>
    <message>
        <source>MCIO connectors</source>
        <translation>MCIO 接口</translation>
    </message>
    <message>
        <source>Memory bus</source>
        <translation>显存位宽</translation>
    </message>
    <message>
        <source>Memory channels</source>
        <translation>内存通道</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>最大内存</translation>
    </message>
    <message>
        <source>Memory speed</source>
        <translation>内存速率</translation>
    </message>
    <message>
        <source>Memory speed, two modules a channel</source>
        <translation>内存速率（每通道两条）</translation>
    </message>
    <message>
        <source>Memory type</source>
        <translation>内存类型</translation>
    </message>
    <message>
        <source>Memory types</source>
        <translation>内存类型</translation>
    </message>
    <message>
        <source>Module capacity</source>
        <translation>单条容量</translation>
    </message>
    <message>
        <source>Module type</source>
        <translation>内存条类型</translation>
    </message>
    <message>
        <source>Module types</source>
        <translation>内存条类型</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Mounting</source>
        <translation>安装方式</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Needs 200 V</source>
        <translation>需要 200 V</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>OCuLink connectors</source>
        <translation>OCuLink 接口</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>料号</translation>
    </message>
    <message>
        <source>PCIe generation</source>
        <translation>PCIe 代数</translation>
    </message>
    <message>
        <source>PCIe lanes</source>
        <translation>PCIe 通道数</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口数</translation>
    </message>
    <message>
        <source>16-pin sockets</source>
        <translation>16 针插座</translation>
    </message>
    <message>
        <source>6-pin sockets</source>
        <translation>6 针插座</translation>
    </message>
    <message>
        <source>8-pin sockets</source>
        <translation>8 针插座</translation>
    </message>
    <message>
        <source>Power loss protection</source>
        <translation>断电保护</translation>
    </message>
    <message>
        <source>Takes power supplies</source>
        <translation>支持的电源</translation>
    </message>
    <message>
        <source>Rating of a power supply</source>
        <translation>单个电源额定功率</translation>
    </message>
    <message>
        <source>Base power</source>
        <translation>基础功耗</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Rack units</source>
        <translation>机架高度（U）</translation>
    </message>
    <message>
        <source>Radiator</source>
        <translation>冷排</translation>
    </message>
    <message>
        <source>Takes radiators</source>
        <translation>支持的冷排</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Rank 数</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>额定功率</translation>
    </message>
    <message>
        <source>RDMA</source>
        <translation>RDMA</translation>
    </message>
    <message>
        <source>Sequential reading</source>
        <translation>顺序读取</translation>
    </message>
    <message>
        <source>Redundant</source>
        <translation>冗余</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>SATA connectors</source>
        <translation>SATA 接口</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>SlimSAS connectors</source>
        <translation>SlimSAS 接口</translation>
    </message>
    <message>
        <source>Slots wide</source>
        <translation>占用槽位</translation>
    </message>
    <message>
        <source>PCIe slots</source>
        <translation>PCIe 插槽</translation>
    </message>
    <message>
        <source>First slots share lanes</source>
        <translation>前两槽共享通道</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>插座</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>插座</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source read on</source>
        <translation>来源读取日期</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Turbo power</source>
        <translation>睿频功耗</translation>
    </message>
    <message>
        <source>U.2 connectors</source>
        <translation>U.2 接口</translation>
    </message>
    <message>
        <source>Unified memory</source>
        <translation>统一内存</translation>
    </message>
    <message>
        <source>Chip maker</source>
        <translation>芯片厂商</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>电压</translation>
    </message>
    <message>
        <source>Sequential writing</source>
        <translation>顺序写入</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>{parameters} parameters in {weights} are {size} {unit}, and {multiple} times that is {ours} {unit}</source>
        <translation>{parameters} 参数以 {weights} 存储为 {size} {unit}，其 {multiple} 倍是 {ours} {unit}</translation>
    </message>
    <message>
        <source>{channels} × 64 bits at {rate} MT/s are {ours} GB/s</source>
        <translation>{channels} × 64 位，{rate} MT/s，即 {ours} GB/s</translation>
    </message>
    <message>
        <source>{modules} modules lie on the {channels} channels of the {board}, {each} on each: {rate} MT/s and {ours} GB/s a socket</source>
        <translation>{modules} 条内存分布在 {board} 的 {channels} 个通道上，每通道 {each} 条：{rate} MT/s，每路 {ours} GB/s</translation>
    </message>
    <message>
        <source>The catalog&apos;s {count} PCIe {generation}.0 drives read {ours} GB/s in sequence</source>
        <translation>目录中 {count} 款 PCIe {generation}.0 硬盘顺序读取 {ours} GB/s</translation>
    </message>
    <message>
        <source>6 × {parameters} B parameters × {tokens} tokens/s are {ours} % of the peak of {count} × {device}</source>
        <translation>6 × {parameters} B 参数 × 每秒 {tokens} 词元，只是 {count} × {device} 峰值的 {ours} %</translation>
    </message>
    <message>
        <source>The guide&apos;s own {lines} lines add up to {sum} {unit}, {off} less than it says</source>
        <translation>指南自己的 {lines} 行相加为 {sum} {unit}，比其总数少 {off}</translation>
    </message>
    <message>
        <source>There is no estimate: {reason}</source>
        <translation>无法估算：{reason}</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>模型：{model}</translation>
    </message>
    <message>
        <source>Weights: {weights}</source>
        <translation>权重：{weights}</translation>
    </message>
    <message>
        <source>Engine: {engine}</source>
        <translation>引擎：{engine}</translation>
    </message>
    <message>
        <source>Requests at once: {requests}</source>
        <translation>并发请求：{requests}</translation>
    </message>
    <message>
        <source>Context: {tokens} tokens a request</source>
        <translation>上下文：每个请求 {tokens} 词元</translation>
    </message>
    <message>
        <source>Lengths: a prompt of {prompt} and an answer of {output} tokens</source>
        <translation>长度：提示 {prompt} 词元，回答 {output} 词元</translation>
    </message>
    <message>
        <source>Hardware: {hardware}</source>
        <translation>硬件：{hardware}</translation>
    </message>
    <message>
        <source>Read as the speed of each user, not of all together</source>
        <translation>按每个用户的速度理解，而非所有用户之和</translation>
    </message>
    <message>
        <source>Training: from one example of 512 tokens with all activations recomputed to one of 2,048 with none</source>
        <translation>训练：从一个 512 词元、全部重算激活的样本，到一个 2,048 词元、不重算的样本</translation>
    </message>
    <message>
        <source>Training: one example of 512 to 4,096 tokens with all activations recomputed; AdamW in mixed precision</source>
        <translation>训练：一个 512 到 4,096 词元、全部重算激活的样本；混合精度 AdamW</translation>
    </message>
    <message>
        <source>Parts that the guide does not name: ordinary ones of the catalog</source>
        <translation>指南未指明的部件：取目录中的普通型号</translation>
    </message>
    <message>
        <source>The guide itself asks for {needs} GB in all, and what it names has {has} GB; it takes {ours} GB.</source>
        <translation>指南自己要求共 {needs} GB，而其所列硬件只有 {has} GB；实际需要 {ours} GB。</translation>
    </message>
    <message>
        <source>At least {weights} {unit} of weights, {states} {unit} of gradients and optimiser states, and {activations} {unit} of activations</source>
        <translation>至少需要权重 {weights} {unit}、梯度与优化器状态 {states} {unit}、激活 {activations} {unit}</translation>
    </message>
    <message>
        <source>{weights} {unit} of weights; with the cache of {tokens} tokens and the engine {ours} {unit}</source>
        <translation>权重 {weights} {unit}；加上 {tokens} 词元的缓存与引擎共 {ours} {unit}</translation>
    </message>
    <message>
        <source>{weights} {unit} of weights; with the cache of 1–{requests} requests of {tokens} tokens and the engine {ours} {unit}</source>
        <translation>权重 {weights} {unit}；加上 1–{requests} 个各 {tokens} 词元请求的缓存与引擎共 {ours} {unit}</translation>
    </message>
    <message>
        <source>The model takes {used} {unit} with its cache; the operating system and its caches want up to {system} {unit} beside it</source>
        <translation>模型连同缓存占用 {used} {unit}；操作系统及其缓存另需最多 {system} {unit}</translation>
    </message>
    <message>
        <source>{low} × {device} hold one short example with everything sharded, {high} × one of {tokens} tokens</source>
        <translation>全部分片时，{low} × {device} 容纳一个短样本，{high} × 容纳一个 {tokens} 词元的样本</translation>
    </message>
    <message>
        <source>{weights} GB of weights and one request fit on {low} × {device}; {requests} requests of {tokens} tokens on {high} ×</source>
        <translation>{weights} GB 权重加一个请求需 {low} × {device}；{requests} 个各 {tokens} 词元的请求需 {high} ×</translation>
    </message>
    <message>
        <source>What the weights leave holds {low} requests of {long} tokens, or {high} of {short}</source>
        <translation>权重之外的显存可容纳 {low} 个 {long} 词元的请求，或 {high} 个 {short} 词元的请求</translation>
    </message>
    <message>
        <source>{parameters} parameters take {bits} bits each in {weights}, with scales and with what stays in more bits</source>
        <translation>{parameters} 参数在 {weights} 中平均每个 {bits} 位，含缩放系数与保持较高位数的张量</translation>
    </message>
    <message>
        <source>{from} GB of weights shrink to {to} GB in {weights}: scales, and tensors that stay in more bits, cost the rest</source>
        <translation>权重从 {from} GB 缩小到 {weights} 的 {to} GB：其余是缩放系数与保持较高位数的张量</translation>
    </message>
    <message>
        <source>Adapters spare gradients and optimiser states; the {weights} GB of weights and the activations stay: {share} % of a full fine-tune&apos;s memory</source>
        <translation>适配器省去梯度与优化器状态，但 {weights} GB 权重与激活仍在：为全量微调内存的 {share} %</translation>
    </message>
    <message>
        <source>It does not run there: one request takes {needs} GiB ({weights} GiB of it weights), and {hardware} has {has} GiB</source>
        <translation>无法运行：一个请求需 {needs} GiB（其中权重 {weights} GiB），而 {hardware} 只有 {has} GiB</translation>
    </message>
    <message>
        <source>With {few} requests at once each gets {quick} tokens/s, with {many} {slow}, and all together then {total}</source>
        <translation>{few} 个并发时每个请求每秒 {quick} 词元，{many} 个时为 {slow}，此时合计 {total}</translation>
    </message>
    <message>
        <source>Not {asked} but {many} requests of {tokens} tokens fit at once; each then gets {slow} tokens/s, all together {total}</source>
        <translation>{tokens} 词元的请求同时只能容纳 {many} 个而非 {asked} 个；此时每个每秒 {slow} 词元，合计 {total}</translation>
    </message>
    <message>
        <source>With {many} requests at once each gets {slow} tokens/s, and all together {total}</source>
        <translation>{many} 个并发时每个请求每秒 {slow} 词元，合计 {total}</translation>
    </message>
    <message>
        <source>One request alone takes about {seconds} s for {tokens} tokens, so none is answered within {limit} s</source>
        <translation>单个请求生成 {tokens} 词元就约需 {seconds} 秒，{limit} 秒内无法完成</translation>
    </message>
    <message>
        <source>A step reads {from} GB of weights instead of {to} GB: {alone} times the speed with one request, {loaded} times with {requests}</source>
        <translation>每步读取 {from} GB 权重而非 {to} GB：单个请求时速度为 {alone} 倍，{requests} 个并发时为 {loaded} 倍</translation>
    </message>
    <message>
        <source>One request gets {alone} tokens/s; {few} at once get {least} times as much together, {many} at once {most} times</source>
        <translation>单个请求每秒 {alone} 词元；{few} 个并发合计为其 {least} 倍，{many} 个为 {most} 倍</translation>
    </message>
    <message>
        <source>{hardware} against one: {one} times the speed with one request, {several} times the throughput with {requests}</source>
        <translation>{hardware} 相比一张：单个请求速度为 {one} 倍，{requests} 个并发时吞吐为 {several} 倍</translation>
    </message>
    <message>
        <source>Above {ours} requests/s of {prompt} + {output} tokens more come than are answered, and the queue grows without end</source>
        <translation>{prompt} + {output} 词元的请求超过每秒 {ours} 个时，到达快于完成，队列将无限增长</translation>
    </message>
    <message>
        <source>Answers of {tokens} tokens stay within {limit} s with up to {requests} at once, and then take {seconds} s</source>
        <translation>{tokens} 词元的回答最多 {requests} 个并发时才在 {limit} 秒以内，此时需 {seconds} 秒</translation>
    </message>
    <message>
        <source>Weights: from {light} to {weights}</source>
        <translation>权重：从 {light} 到 {weights}</translation>
    </message>
    <message>
        <source>Latency: read as the time to the first token</source>
        <translation>延迟：按首个词元的时间理解</translation>
    </message>
    <message>
        <source>Read as a share of memory</source>
        <translation>按内存占比理解</translation>
    </message>
    <message>
        <source>{weights} {unit} of weights from {light} to {heavy}; with the cache of {tokens} tokens and the engine {ours} {unit}</source>
        <translation>{light} 到 {heavy} 的权重占 {weights} {unit}；加上 {tokens} 词元的缓存和引擎共 {ours} {unit}</translation>
    </message>
    <message>
        <source>{weights} {unit} of weights from {light} to {heavy}; with the cache of 1–{requests} requests of {tokens} tokens and the engine {ours} {unit}</source>
        <translation>{light} 到 {heavy} 的权重占 {weights} {unit}；加上 1–{requests} 个各 {tokens} 词元的请求的缓存和引擎共 {ours} {unit}</translation>
    </message>
    <message>
        <source>{low} × {device} hold an example of up to {tokens} tokens with everything sharded</source>
        <translation>全部分片时，{low} × {device} 可容纳最长 {tokens} 词元的样本</translation>
    </message>
    <message>
        <source>{weights} GB of weights and {requests} requests of {tokens} tokens fit on {low} × {device}</source>
        <translation>{low} × {device} 可容纳 {weights} GB 权重和 {requests} 个各 {tokens} 词元的请求</translation>
    </message>
    <message>
        <source>One request alone takes about {alone} s for {tokens} tokens; at best {requests} at once stay within {limit} s</source>
        <translation>单个请求生成 {tokens} 个词元就约需 {alone} 秒；最好的情况下也只有 {requests} 个并发能在 {limit} 秒以内</translation>
    </message>
    <message>
        <source>A token reads {read} GB of weights, and {hardware} can read {rate} GB/s: no more than {limit} tokens/s are possible</source>
        <translation>每个词元要读取 {read} GB 权重，{hardware} 每秒最多读取 {rate} GB：不可能超过每秒 {limit} 个词元</translation>
    </message>
    <message>
        <source>Reading: too high as the speed of each user, too low as that of all together</source>
        <translation>理解方式：按每个用户的速度偏高，按所有用户之和又偏低</translation>
    </message>
    <message>
        <source>Read as the speed of all users together; as that of each it would be too high</source>
        <translation>按所有用户之和理解；若指每个用户的速度则偏高</translation>
    </message>
    <message>
        <source>Read as the speed of each user; as that of all together it agrees too</source>
        <translation>按每个用户的速度理解；若指所有用户之和也一致</translation>
    </message>
    <message>
        <source>Read as the speed of each user; as that of all together it would be too low</source>
        <translation>按每个用户的速度理解；若指所有用户之和则偏低</translation>
    </message>
    <message>
        <source>Read as the speed of each user; as that of all together it would be even further off</source>
        <translation>按每个用户的速度理解；若指所有用户之和则偏差更大</translation>
    </message>
    <message>
        <source>Up to {many} requests at once: each gets {each} tokens/s, all together {all}; the claim lies between and does not say which it means</source>
        <translation>最多 {many} 个并发：每个请求每秒 {each} 词元，合计 {all}；该数字介于两者之间，指南未说明指哪一个</translation>
    </message>
    <message>
        <source>Up to {many} requests at once get {all} tokens/s all together; each gets {each}</source>
        <translation>最多 {many} 个并发合计每秒 {all} 词元，每个请求 {each}</translation>
    </message>
    <message>
        <source>A prompt of {prompt} tokens alone gets its first token after {alone}, with {many} requests at once after {loaded}</source>
        <translation>单独处理 {prompt} 词元的提示时，{alone} 后得到首个词元；{many} 个并发时为 {loaded}</translation>
    </message>
    <message>
        <source>Lengths: prompts of {briefPrompt} to {prompt} and answers of {briefOutput} to {output} tokens</source>
        <translation>长度：提示 {briefPrompt} 到 {prompt} 词元，回答 {briefOutput} 到 {output} 词元</translation>
    </message>
    <message>
        <source>{ordinary} requests/s of {prompt} + {output} tokens, or {brief} of {briefPrompt} + {briefOutput}: it depends on their length, and the guide does not say it</source>
        <translation>每个请求 {prompt} + {output} 词元时每秒 {ordinary} 个，{briefPrompt} + {briefOutput} 词元时为 {brief} 个：取决于请求长度，而指南未说明</translation>
    </message>
    <message>
        <source>{ordinary} requests/s of {prompt} + {output} tokens, or {brief} of {briefPrompt} + {briefOutput}; more are not answered in time</source>
        <translation>每个请求 {prompt} + {output} 词元时每秒 {ordinary} 个，{briefPrompt} + {briefOutput} 词元时为 {brief} 个；再多就来不及处理</translation>
    </message>
    <message>
        <source>The price in the catalog is {price} {unit}, of {date}</source>
        <translation>目录中的价格为 {price} {unit}（{date}）</translation>
    </message>
    <message>
        <source>{count} at the catalog&apos;s price, of {date}, are {price} {unit}</source>
        <translation>按目录价格（{date}），{count} 件共 {price} {unit}</translation>
    </message>
    <message>
        <source>{count} kinds of parts add up to {price} {unit} at the catalog&apos;s prices, the oldest of {date}</source>
        <translation>按目录价格，{count} 种部件合计 {price} {unit}，其中最早的价格为 {date}</translation>
    </message>
    <message>
        <source>{instance} costs {ours} USD/h on demand</source>
        <translation>{instance} 按需每小时 {ours} 美元</translation>
    </message>
    <message>
        <source>{instance} with its {count} GPUs costs {ours} USD/h on demand; the claim fits the price of one of these GPUs, {each} USD/h</source>
        <translation>{instance} 含 {count} 张 GPU，按需每小时 {ours} 美元；该数字与其中一张 GPU 的价格（每小时 {each} 美元）相符</translation>
    </message>
    <message>
        <source>{instance} with its {count} GPUs costs {ours} USD/h on demand, {each} for each GPU</source>
        <translation>{instance} 含 {count} 张 GPU，按需每小时 {ours} 美元，每张 GPU {each} 美元</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message>
        <source>the price of the machine is unknown</source>
        <translation>整机价格未知</translation>
    </message>
    <message>
        <source>Machines, alike</source>
        <translation>相同机器的台数</translation>
    </message>
    <message>
        <source>Tax that is recovered</source>
        <translation>可抵扣的税</translation>
    </message>
    <message>
        <source>Shipping and duty</source>
        <translation>运费与关税</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Spares, of the hardware&apos;s price</source>
        <translation>备件占硬件价格的比例</translation>
    </message>
    <message>
        <source>How the purchase is paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Interest, a year</source>
        <translation>年利率</translation>
    </message>
    <message>
        <source>Term of loan or lease</source>
        <translation>贷款或租赁期限</translation>
    </message>
    <message>
        <source>Down payment</source>
        <translation>首付</translation>
    </message>
    <message>
        <source>Residual value, of the hardware&apos;s price</source>
        <translation>残值占硬件价格的比例</translation>
    </message>
    <message>
        <source>Depreciation</source>
        <translation>折旧</translation>
    </message>
    <message>
        <source>Method of depreciation</source>
        <translation>折旧方法</translation>
    </message>
    <message>
        <source>Replaced after</source>
        <translation>更换周期</translation>
    </message>
    <message>
        <source>Electricity by night</source>
        <translation>夜间电价</translation>
    </message>
    <message>
        <source>Change of the tariff, a year</source>
        <translation>电价年变化率</translation>
    </message>
    <message>
        <source>Facility power over machine power (PUE)</source>
        <translation>机房总功率与机器功率之比（PUE）</translation>
    </message>
    <message>
        <source>Switched on without requests, of these hours</source>
        <translation>无请求时段中保持开机的比例</translation>
    </message>
    <message>
        <source>Rack or room for each machine, a month</source>
        <translation>每台机器的机架或机房费用（每月）</translation>
    </message>
    <message>
        <source>Support contract, of the hardware&apos;s price, a year</source>
        <translation>支持合同占硬件价格的比例（每年）</translation>
    </message>
    <message>
        <source>Software for each accelerator, a year</source>
        <translation>每个加速器的软件费用（每年）</translation>
    </message>
    <message>
        <source>Staff, of a full position</source>
        <translation>人员占全职岗位的比例</translation>
    </message>
    <message>
        <source>A full position, a year</source>
        <translation>全职岗位费用（每年）</translation>
    </message>
    <message>
        <source>Only regions with</source>
        <translation>仅限名称包含以下内容的区域</translation>
    </message>
    <message>
        <source>Hours lost to interruptions of spot and marketplace offers</source>
        <translation>竞价和市场实例因中断损失的时长</translation>
    </message>
    <message>
        <source>Discount on reserved instances</source>
        <translation>预留实例折扣</translation>
    </message>
    <message>
        <source>Term of reserved instances</source>
        <translation>预留实例期限</translation>
    </message>
    <message>
        <source>Begun units that are paid</source>
        <translation>计费单位（不足按一个单位计）</translation>
    </message>
    <message>
        <source>Cloud storage for each copy of the model</source>
        <translation>每份模型副本的云端存储</translation>
    </message>
    <message>
        <source>Cloud storage, a month</source>
        <translation>云端存储费用（每月）</translation>
    </message>
    <message>
        <source>Data out of the cloud for each token</source>
        <translation>每词元的出云流量</translation>
    </message>
    <message>
        <source>Data out of the cloud</source>
        <translation>出云流量</translation>
    </message>
    <message>
        <source>Change of cloud prices, a year</source>
        <translation>云端价格年变化率</translation>
    </message>
    <message>
        <source>Discount for batches</source>
        <translation>批处理折扣</translation>
    </message>
    <message>
        <source>Resellers that count</source>
        <translation>计入转售商的比例</translation>
    </message>
    <message>
        <source>Cached tokens, of a prompt&apos;s</source>
        <translation>提示词元中命中缓存的比例</translation>
    </message>
    <message>
        <source>Change of hosted APIs&apos; prices, a year</source>
        <translation>托管 API 价格年变化率</translation>
    </message>
    <message>
        <source>Hours in full use, of all hours</source>
        <translation>满负荷时长占全部时长的比例</translation>
    </message>
    <message>
        <source>People who ask</source>
        <translation>使用人数</translation>
    </message>
    <message>
        <source>Requests of each, a working day</source>
        <translation>每人每个工作日的请求数</translation>
    </message>
    <message>
        <source>Working hours, a day</source>
        <translation>每日工作小时数</translation>
    </message>
    <message>
        <source>Working days, a week</source>
        <translation>每周工作天数</translation>
    </message>
    <message>
        <source>Requests of the profile, a day or a week</source>
        <translation>使用曲线的请求数（每日或每周）</translation>
    </message>
    <message>
        <source>Years that are looked at</source>
        <translation>对比年限</translation>
    </message>
    <message>
        <source>Discount rate of present values, a year</source>
        <translation>现值折现率（每年）</translation>
    </message>
    <message>
        <source>how many requests {name} answers is unknown</source>
        <translation>{name} 能处理多少请求未知</translation>
    </message>
    <message>
        <source>{name} answers {share} % of the requests, so that owning it alone is not the same</source>
        <translation>{name} 只能处理 {share} % 的请求，仅自建这一方案并不等同</translation>
    </message>
    <message>
        <source>unused, {name} costs nothing, and buying costs {own}</source>
        <translation>不使用时 {name} 不花钱，而购买需要 {own}</translation>
    </message>
    <message>
        <source>unused, {name} costs {other}, and buying costs {own}</source>
        <translation>不使用时 {name} 需 {other}，而购买需要 {own}</translation>
    </message>
    <message>
        <source>owning costs less only until month {until}: within {months} months {name} costs {other}, and owning {own}</source>
        <translation>自建只在第 {until} 个月之前更省：{months} 个月内 {name} 需 {other}，自建需 {own}</translation>
    </message>
    <message>
        <source>running the own machine alone, {own_month} a month, costs as much as {name}, {other_month} a month</source>
        <translation>仅运行自有机器的费用（每月 {own_month}）就不低于 {name}（每月 {other_month}）</translation>
    </message>
    <message>
        <source>within {months} months {name} costs {other}, and buying costs {own}</source>
        <translation>{months} 个月内 {name} 需 {other}，购买则需 {own}</translation>
    </message>
    <message>
        <source>the catalog has no on-demand cloud offer that is known to do the same</source>
        <translation>目录中没有已知能胜任同样工作的按需云实例</translation>
    </message>
    <message>
        <source>hosted APIs answer requests and do not train</source>
        <translation>托管 API 只回答请求，不做训练</translation>
    </message>
    <message>
        <source>the catalog has no hosted API for this model or one like it</source>
        <translation>目录中没有该模型或类似模型的托管 API</translation>
    </message>
    <message>
        <source>Range of the use</source>
        <translation>使用量的范围</translation>
    </message>
    <message>
        <source>Range of the hardware&apos;s price</source>
        <translation>硬件价格的范围</translation>
    </message>
    <message>
        <source>Range of the own speed</source>
        <translation>自有机器速度的范围</translation>
    </message>
    <message>
        <source>Range of the power</source>
        <translation>功耗的范围</translation>
    </message>
    <message>
        <source>Range of the electricity tariff</source>
        <translation>电价的范围</translation>
    </message>
    <message>
        <source>Range of what the facility adds</source>
        <translation>机房附加能耗的范围</translation>
    </message>
    <message>
        <source>Range of room, support, software and staff</source>
        <translation>机房、支持、软件和人员费用的范围</translation>
    </message>
    <message>
        <source>Range of the residual value</source>
        <translation>残值的范围</translation>
    </message>
    <message>
        <source>Range of the cloud&apos;s price</source>
        <translation>云端价格的范围</translation>
    </message>
    <message>
        <source>Range of the cloud&apos;s speed</source>
        <translation>云端速度的范围</translation>
    </message>
    <message>
        <source>Range of the hosted API&apos;s price</source>
        <translation>托管 API 价格的范围</translation>
    </message>
    <message>
        <source>Power under load, of one machine at the wall</source>
        <translation>单台机器满载时的墙插功耗</translation>
    </message>
    <message>
        <source>Power idle, of one machine at the wall</source>
        <translation>单台机器空闲时的墙插功耗</translation>
    </message>
    <message>
        <source>Requests that one machine answers</source>
        <translation>单台机器能处理的请求</translation>
    </message>
    <message>
        <source>{quantity} × {name}, at hand</source>
        <translation>{quantity} × {name}，已有</translation>
    </message>
    <message>
        <source>{quantity} × {name}, each ({kind})</source>
        <translation>{quantity} × {name}，单价（{kind}）</translation>
    </message>
    <message>
        <source>Electricity, of households in {country}</source>
        <translation>电价（{country}，居民用电）</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>电力</translation>
    </message>
    <message>
        <source>Tax, of {country}</source>
        <translation>税（{country}）</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>CO2e of electricity, of {country}</source>
        <translation>用电 CO2e（{country}）</translation>
    </message>
    <message>
        <source>CO2e of electricity</source>
        <translation>用电 CO2e</translation>
    </message>
    <message>
        <source>{provider} {instance}, {region} ({pricing})</source>
        <translation>{provider} {instance}，{region}（{pricing}）</translation>
    </message>
    <message>
        <source>Requests that {instance} answers</source>
        <translation>{instance} 能处理的请求</translation>
    </message>
    <message>
        <source>{provider} {model}, input</source>
        <translation>{provider} {model}，输入</translation>
    </message>
    <message>
        <source>{provider} {model}, cached input</source>
        <translation>{provider} {model}，缓存输入</translation>
    </message>
    <message>
        <source>{provider} {model}, output</source>
        <translation>{provider} {model}，输出</translation>
    </message>
    <message>
        <source>Files of the model, stored in the cloud</source>
        <translation>存储在云端的模型文件</translation>
    </message>
    <message>
        <source>Hours in a month</source>
        <translation>每月小时数</translation>
    </message>
    <message>
        <source>{currency} for a US dollar</source>
        <translation>1 美元兑 {currency}</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Spares</source>
        <translation>备件</translation>
    </message>
    <message>
        <source>Loan payments</source>
        <translation>贷款还款</translation>
    </message>
    <message>
        <source>Lease payments</source>
        <translation>租赁付款</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Residual value</source>
        <translation>残值</translation>
    </message>
    <message>
        <source>Rack or room</source>
        <translation>机架或机房</translation>
    </message>
    <message>
        <source>Support contract</source>
        <translation>支持合同</translation>
    </message>
    <message>
        <source>Software licences</source>
        <translation>软件许可</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Cloud instances</source>
        <translation>云实例</translation>
    </message>
    <message>
        <source>Cloud storage</source>
        <translation>云端存储</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>Cached input tokens</source>
        <translation>缓存输入词元</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出词元</translation>
    </message>
    <message>
        <source>a quote that still holds is firm</source>
        <translation>仍在有效期内的报价是确定的</translation>
    </message>
    <message>
        <source>street prices differ by about a tenth from shop to shop</source>
        <translation>各商店的零售价相差约一成</translation>
    </message>
    <message>
        <source>list prices of servers and their cards are negotiated down</source>
        <translation>服务器及其加速卡的目录价通常可以议价下调</translation>
    </message>
    <message>
        <source>accelerators are sold for 0.99 to 1.59 times the price that their makers name</source>
        <translation>加速器的实际售价是厂商标价的 0.99 到 1.59 倍</translation>
    </message>
    <message>
        <source>some prices are estimates that nobody was asked for</source>
        <translation>部分价格是未经询价的估算</translation>
    </message>
    <message>
        <source>memory became dearer by a tenth each month since its price was asked</source>
        <translation>自询价以来，内存每月涨价一成</translation>
    </message>
    <message>
        <source>some prices are old and count as twice as uncertain</source>
        <translation>部分价格已过旧，不确定性按两倍计</translation>
    </message>
    <message>
        <source>one instance costs 0.8 to 1.16 times as much in other regions</source>
        <translation>同一实例在其他区域的价格是此处的 0.8 到 1.16 倍</translation>
    </message>
    <message>
        <source>providers of one model ask 0.6 to 1.25 times what the middle one asks</source>
        <translation>同一模型各服务商的价格是中位价的 0.6 到 1.25 倍</translation>
    </message>
    <message>
        <source>how much it will be used is a guess</source>
        <translation>使用量只是猜测</translation>
    </message>
    <message>
        <source>the requests were counted, but they may become more or fewer</source>
        <translation>请求数是实际统计的，但今后可能增减</translation>
    </message>
    <message>
        <source>power is estimated from ratings, below which machines mostly stay</source>
        <translation>功耗按额定值估算，机器通常低于额定值</translation>
    </message>
    <message>
        <source>your tariff may change over the years</source>
        <translation>您的电价在这些年里可能变化</translation>
    </message>
    <message>
        <source>the tariff is an average of households; businesses pay 0.5 to 1.2 times as much</source>
        <translation>该电价为居民平均电价；企业电价是其 0.5 到 1.2 倍</translation>
    </message>
    <message>
        <source>the tariff is an average of households that nobody checked</source>
        <translation>该电价为未经核实的居民平均电价</translation>
    </message>
    <message>
        <source>cooling takes a quarter less or more from site to site</source>
        <translation>不同场所的制冷能耗可相差上下四分之一</translation>
    </message>
    <message>
        <source>how much of a position a machine takes is mostly a guess</source>
        <translation>一台机器占用多少人力大多只是猜测</translation>
    </message>
    <message>
        <source>rent, support and licences may change over the years</source>
        <translation>租金、支持和许可费用在这些年里可能变化</translation>
    </message>
    <message>
        <source>nobody knows what used hardware will fetch years ahead</source>
        <translation>没有人知道二手硬件多年后能卖多少钱</translation>
    </message>
    <message>
        <source>the speed is an estimate with a range</source>
        <translation>速度是带有范围的估算</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>一次付清</translation>
    </message>
    <message>
        <source>loan</source>
        <translation>贷款</translation>
    </message>
    <message>
        <source>lease</source>
        <translation>租赁</translation>
    </message>
    <message>
        <source>straight-line</source>
        <translation>直线法</translation>
    </message>
    <message>
        <source>declining-balance</source>
        <translation>余额递减法</translation>
    </message>
    <message>
        <source>on-demand</source>
        <translation>按需</translation>
    </message>
    <message>
        <source>spot</source>
        <translation>竞价</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>marketplace</source>
        <translation>市场</translation>
    </message>
</context>
<context>
    <name>Country</name>
    <message>
        <source>Australia</source>
        <translation>澳大利亚</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>奥地利</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>比利时</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>巴西</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>加拿大</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>丹麦</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>芬兰</translation>
    </message>
    <message>
        <source>France</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>中国香港</translation>
    </message>
    <message>
        <source>India</source>
        <translation>印度</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>爱尔兰</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>意大利</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>墨西哥</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>荷兰</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>新西兰</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>挪威</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>波兰</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>葡萄牙</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>南非</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>韩国</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>西班牙</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>瑞典</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>瑞士</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>中国台湾</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>验证方法</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Checks on delivery</source>
        <translation>到货检查</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>What each delivered system must show before it is accepted. One sheet for each system.</source>
        <translation>每台到货整机验收前必须达到的要求。每台填写一份。</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置号</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>制造商</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>料号</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price ({currency})</source>
        <translation>单价（{currency}）</translation>
    </message>
    <message>
        <source>Difference for one ({currency})</source>
        <translation>单件差价（{currency}）</translation>
    </message>
    <message>
        <source>Difference in all ({currency})</source>
        <translation>合计差价（{currency}）</translation>
    </message>
    <message>
        <source>Speed with it (tokens/s)</source>
        <translation>更换后的速度（词元/秒）</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>the catalog has no replacement</source>
        <translation>目录中没有可替代的部件</translation>
    </message>
    <message>
        <source>1 other doesn&apos;t go with the rest</source>
        <translation>另有 1 个与其余部件不兼容</translation>
    </message>
    <message>
        <source>{count} others don&apos;t go with the rest</source>
        <translation>另有 {count} 个与其余部件不兼容</translation>
    </message>
    <message>
        <source>with 1 cheaper one the model doesn&apos;t fit</source>
        <translation>换用其中 1 个更便宜的后放不下模型</translation>
    </message>
    <message>
        <source>with {count} cheaper ones the model doesn&apos;t fit</source>
        <translation>换用其中 {count} 个更便宜的后放不下模型</translation>
    </message>
    <message>
        <source>stopped before all were looked at</source>
        <translation>尚未全部检查即已停止</translation>
    </message>
    <message>
        <source>compatible, and the model fits</source>
        <translation>兼容，且放得下模型</translation>
    </message>
    <message>
        <source>compatible, but the model does not fit</source>
        <translation>兼容，但放不下模型</translation>
    </message>
    <message>
        <source>Alternates</source>
        <translation>替代件</translation>
    </message>
    <message>
        <source>Spare parts</source>
        <translation>备件</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Sub-total: {what}</source>
        <translation>小计：{what}</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Internal number</source>
        <translation>内部编号</translation>
    </message>
    <message>
        <source>Key specifications</source>
        <translation>主要规格</translation>
    </message>
    <message>
        <source>Quantity per system</source>
        <translation>每台数量</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>台数</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Net unit price ({currency})</source>
        <translation>折后单价（{currency}）</translation>
    </message>
    <message>
        <source>Line total ({currency})</source>
        <translation>行合计（{currency}）</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>Tax ({currency})</source>
        <translation>税额（{currency}）</translation>
    </message>
    <message>
        <source>Gross ({currency})</source>
        <translation>含税（{currency}）</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Supplier&apos;s number</source>
        <translation>供应商料号</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Price kind</source>
        <translation>价格类型</translation>
    </message>
    <message>
        <source>Price source</source>
        <translation>价格来源</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Price date</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>Price age (days)</source>
        <translation>价格天数</translation>
    </message>
    <message>
        <source>Price state</source>
        <translation>价格核实状态</translation>
    </message>
    <message>
        <source>Quote number</source>
        <translation>报价单号</translation>
    </message>
    <message>
        <source>Quote valid until</source>
        <translation>报价有效期至</translation>
    </message>
    <message>
        <source>Lead time (days)</source>
        <translation>交期（天）</translation>
    </message>
    <message>
        <source>Specifications state</source>
        <translation>规格核实状态</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Expense class</source>
        <translation>支出类别</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Total of the lines</source>
        <translation>各行合计</translation>
    </message>
    <message>
        <source>operating expense</source>
        <translation>运营支出</translation>
    </message>
    <message>
        <source>capital expense</source>
        <translation>资本支出</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>1 line has no price and is not in the totals.</source>
        <translation>有 1 行没有价格，未计入合计。</translation>
    </message>
    <message>
        <source>{count} lines have no price and are not in the totals.</source>
        <translation>有 {count} 行没有价格，未计入合计。</translation>
    </message>
    <message>
        <source>The tax to be paid is worked out once, of the net amount. The lines&apos; taxes are each rounded; their sum may differ from it.</source>
        <translation>应缴税额按净额一次算出。各行税额分别取整，其和可能与之略有出入。</translation>
    </message>
    <message>
        <source>The tax to be paid is worked out once, of the net amount. The lines&apos; taxes are each rounded, and before the discount on all lines.</source>
        <translation>应缴税额按净额一次算出。各行税额分别取整，且未扣除整单折扣。</translation>
    </message>
    <message>
        <source>Bill of materials</source>
        <translation>物料清单</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Total ({currency})</source>
        <translation>合计（{currency}）</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By supplier</source>
        <translation>按供应商</translation>
    </message>
    <message>
        <source>No supplier chosen</source>
        <translation>未选供应商</translation>
    </message>
    <message>
        <source>System</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>Each ({currency})</source>
        <translation>每台（{currency}）</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Amount ({currency})</source>
        <translation>金额（{currency}）</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Lines, after their discounts</source>
        <translation>各行（折后）</translation>
    </message>
    <message>
        <source>Discount on all lines</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>Shipping, handling and duty</source>
        <translation>运费、手续费与关税</translation>
    </message>
    <message>
        <source>Net, before tax</source>
        <translation>净额（不含税）</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Gross, to be paid</source>
        <translation>含税应付</translation>
    </message>
    <message>
        <source>To be paid, tax not included</source>
        <translation>应付（不含税）</translation>
    </message>
    <message>
        <source>Contingency, of the net</source>
        <translation>预备费（按净额）</translation>
    </message>
    <message>
        <source>Budget, with contingency</source>
        <translation>预算（含预备费）</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Difference ({currency})</source>
        <translation>差额（{currency}）</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Quantity before</source>
        <translation>原数量</translation>
    </message>
    <message>
        <source>Quantity now</source>
        <translation>现数量</translation>
    </message>
    <message>
        <source>Net unit price before</source>
        <translation>原折后单价</translation>
    </message>
    <message>
        <source>Net unit price now</source>
        <translation>现折后单价</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>another requirement</source>
        <translation>需求不同</translation>
    </message>
    <message>
        <source>other parts for the same requirement</source>
        <translation>相同需求下选用其他部件</translation>
    </message>
    <message>
        <source>number of systems</source>
        <translation>台数</translation>
    </message>
    <message>
        <source>spares, services, discounts and shipping</source>
        <translation>备件、服务、折扣与运费</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>prices of the catalog</source>
        <translation>目录价格</translation>
    </message>
    <message>
        <source>exchange rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>quantity and price</source>
        <translation>数量与价格</translation>
    </message>
    <message>
        <source>Why the total differs</source>
        <translation>总额为何不同</translation>
    </message>
    <message>
        <source>Net before</source>
        <translation>原净额</translation>
    </message>
    <message>
        <source>Net now</source>
        <translation>现净额</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>What was asked for, and its terms</source>
        <translation>需求与条件</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Nothing has changed since revision {revision} of {date}.</source>
        <translation>自 {date} 的第 {revision} 版以来没有变更。</translation>
    </message>
    <message>
        <source>What has changed since revision {revision} of {date}.</source>
        <translation>自 {date} 的第 {revision} 版以来的变更。</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>兼容性</translation>
    </message>
    <message>
        <source>Every system was checked by {rules} rules of compatibility, for whether the model fits and for the state of its prices. What follows is all that they have to say.</source>
        <translation>每台整机都经 {rules} 条兼容性规则检查，并核对了能否放下模型以及价格的状况。以下是全部结果。</translation>
    </message>
    <message>
        <source>No rule has anything to say.</source>
        <translation>没有任何规则提出意见。</translation>
    </message>
    <message>
        <source>{name}, low</source>
        <translation>{name}，低</translation>
    </message>
    <message>
        <source>{name}, high</source>
        <translation>{name}，高</translation>
    </message>
    <message>
        <source>Paid by the end of each month</source>
        <translation>截至每月末的累计支出</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>hosted API</source>
        <translation>托管 API</translation>
    </message>
    <message>
        <source>Cost of a million tokens over use</source>
        <translation>每百万词元成本随使用率的变化</translation>
    </message>
    <message>
        <source>Use of the own capacity (%)</source>
        <translation>自有产能使用率（%）</translation>
    </message>
    <message>
        <source>What has been paid</source>
        <translation>累计支出</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Does the same</source>
        <translation>是否等效</translation>
    </message>
    <message>
        <source>Low ({currency})</source>
        <translation>低（{currency}）</translation>
    </message>
    <message>
        <source>High ({currency})</source>
        <translation>高（{currency}）</translation>
    </message>
    <message>
        <source>Present value ({currency})</source>
        <translation>现值（{currency}）</translation>
    </message>
    <message>
        <source>Per million tokens ({currency})</source>
        <translation>每百万词元（{currency}）</translation>
    </message>
    <message>
        <source>CO2e (kg)</source>
        <translation>CO2e（千克）</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Capital expense ({currency})</source>
        <translation>资本支出（{currency}）</translation>
    </message>
    <message>
        <source>Operating expense ({currency})</source>
        <translation>运营支出（{currency}）</translation>
    </message>
    <message>
        <source>Paid ({currency})</source>
        <translation>已付（{currency}）</translation>
    </message>
    <message>
        <source>Depreciation ({currency})</source>
        <translation>折旧（{currency}）</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>因素</translation>
    </message>
    <message>
        <source>Low (times)</source>
        <translation>低（倍）</translation>
    </message>
    <message>
        <source>High (times)</source>
        <translation>高（倍）</translation>
    </message>
    <message>
        <source>Advantage of owning at low ({currency})</source>
        <translation>取低值时自建的优势（{currency}）</translation>
    </message>
    <message>
        <source>Advantage of owning at high ({currency})</source>
        <translation>取高值时自建的优势（{currency}）</translation>
    </message>
    <message>
        <source>Why this range</source>
        <translation>范围依据</translation>
    </message>
    <message>
        <source>own and cloud</source>
        <translation>自建加云端</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>speed unknown, not compared</source>
        <translation>速度未知，不参与比较</translation>
    </message>
    <message>
        <source>a part of the requests</source>
        <translation>仅部分请求</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Price of the system</source>
        <translation>整机价格</translation>
    </message>
    <message>
        <source>Own speed</source>
        <translation>自建速度</translation>
    </message>
    <message>
        <source>Power draw</source>
        <translation>功耗</translation>
    </message>
    <message>
        <source>Price of electricity</source>
        <translation>电价</translation>
    </message>
    <message>
        <source>Cooling overhead</source>
        <translation>散热开销</translation>
    </message>
    <message>
        <source>Running costs</source>
        <translation>运行成本</translation>
    </message>
    <message>
        <source>Residual value</source>
        <translation>残值</translation>
    </message>
    <message>
        <source>Price of the cloud</source>
        <translation>云端价格</translation>
    </message>
    <message>
        <source>Speed of the cloud</source>
        <translation>云端速度</translation>
    </message>
    <message>
        <source>Price of the API</source>
        <translation>API 价格</translation>
    </message>
    <message>
        <source>Ways to do the work</source>
        <translation>完成工作的各种方案</translation>
    </message>
    <message>
        <source>What is paid year by year</source>
        <translation>逐年支出</translation>
    </message>
    <message>
        <source>What each factor alone would change</source>
        <translation>单一因素变化的影响</translation>
    </message>
    <message>
        <source>Compared with {name}; a negative advantage means that owning costs more.</source>
        <translation>与 {name} 比较；优势为负表示自建更贵。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>At best it does after {from} months.</source>
        <translation>最好的情况下 {from} 个月后回本。</translation>
    </message>
    <message>
        <source>Within the ranges of the factors: from {from} months on, perhaps never.</source>
        <translation>在各因素范围内：最早 {from} 个月，也可能永不回本。</translation>
    </message>
    <message>
        <source>Within the ranges of the factors: between {from} and {to} months.</source>
        <translation>在各因素范围内：{from} 至 {to} 个月之间。</translation>
    </message>
    <message>
        <source>Owning pays for itself after {months} months, against {name}.</source>
        <translation>与 {name} 相比，自建在 {months} 个月后回本。</translation>
    </message>
    <message>
        <source>Owning does not pay for itself against {name}: {reason}.</source>
        <translation>与 {name} 相比，自建不能回本：{reason}。</translation>
    </message>
    <message>
        <source>What owning costs</source>
        <translation>自建的成本</translation>
    </message>
    <message>
        <source>{machines} × {name} over {years} years, against renting and hosted APIs that answer the same requests.</source>
        <translation>{machines} × {name} 使用 {years} 年，与应答相同请求的租用和托管 API 相比。</translation>
    </message>
    <message>
        <source>the cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>a hosted API</source>
        <translation>托管 API</translation>
    </message>
    <message>
        <source>Cost comparison</source>
        <translation>成本比较</translation>
    </message>
    <message>
        <source>What to see to</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>{program}, compose file</source>
        <translation>{program}，compose 文件</translation>
    </message>
    <message>
        <source>Before the start</source>
        <translation>启动之前</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Revision {revision}</source>
        <translation>第 {revision} 版</translation>
    </message>
    <message>
        <source>{number}, revision {revision}</source>
        <translation>{number}，第 {revision} 版</translation>
    </message>
    <message>
        <source>Purchase of {what}</source>
        <translation>采购 {what}</translation>
    </message>
    <message>
        <source>{subtitle}, prepared on {date}</source>
        <translation>{subtitle}，编制于 {date}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Compute buffers</source>
        <translation>计算缓冲区</translation>
    </message>
    <message>
        <source>Output buffer</source>
        <translation>输出缓冲区</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>Memory (GiB, 2^30 bytes)</source>
        <translation>内存（GiB，2^30 字节）</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>RAM of {name}</source>
        <translation>{name} 的内存</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Capacity of each</source>
        <translation>各自容量</translation>
    </message>
    <message>
        <source>Used of each</source>
        <translation>各自已用</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>Memory of each device, and what it can hold</source>
        <translation>各设备的内存占用与容量</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>放置方式</translation>
    </message>
    <message>
        <source>Layers on accelerators</source>
        <translation>加速卡上的层数</translation>
    </message>
    <message>
        <source>Layers with experts in RAM</source>
        <translation>专家位于内存的层数</translation>
    </message>
    <message>
        <source>Tensor parallel</source>
        <translation>张量并行</translation>
    </message>
    <message>
        <source>Pipeline parallel</source>
        <translation>流水线并行</translation>
    </message>
    <message>
        <source>Expert parallel</source>
        <translation>专家并行</translation>
    </message>
    <message>
        <source>Data parallel</source>
        <translation>数据并行</translation>
    </message>
    <message>
        <source>Sequences of this context that fit</source>
        <translation>可容纳的此长度序列数</translation>
    </message>
    <message>
        <source>Most RAM in use at once (GiB)</source>
        <translation>内存占用峰值（GiB）</translation>
    </message>
    <message>
        <source>Sizing evidence</source>
        <translation>容量依据</translation>
    </message>
    <message>
        <source>Price as listed</source>
        <translation>标示价格</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Age (days)</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>For 1 USD</source>
        <translation>每 1 美元</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Assumptions and sources</source>
        <translation>假设与来源</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Figures of the cost comparison</source>
        <translation>成本比较所用数据</translation>
    </message>
    <message>
        <source>What everything rests on</source>
        <translation>全部依据</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Speeds</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>estimates; their ranges are the 10th and 90th percentile of what was measured on like machines</source>
        <translation>估算值；其范围为同类机器实测的第 10 与第 90 百分位</translation>
    </message>
    <message>
        <source>Catalog of</source>
        <translation>目录日期</translation>
    </message>
    <message>
        <source>Prices count as old after (days)</source>
        <translation>价格视为过旧的天数</translation>
    </message>
    <message>
        <source>Sequence (tokens)</source>
        <translation>序列（词元）</translation>
    </message>
    <message>
        <source>Micro-batch (sequences)</source>
        <translation>微批（序列）</translation>
    </message>
    <message>
        <source>Gradient accumulation (steps)</source>
        <translation>梯度累积（步）</translation>
    </message>
    <message>
        <source>Tokens to train on</source>
        <translation>训练词元</translation>
    </message>
    <message>
        <source>Context (tokens)</source>
        <translation>上下文（词元）</translation>
    </message>
    <message>
        <source>Sequences at once</source>
        <translation>并发序列数</translation>
    </message>
    <message>
        <source>Prompt (tokens)</source>
        <translation>提示词（词元）</translation>
    </message>
    <message>
        <source>Answer (tokens)</source>
        <translation>回答（词元）</translation>
    </message>
    <message>
        <source>Key and value cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>What takes time</source>
        <translation>耗时项目</translation>
    </message>
    <message>
        <source>Time (ms)</source>
        <translation>时间（毫秒）</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <source>Speed, estimated</source>
        <translation>速度（估算）</translation>
    </message>
    <message>
        <source>Speed with its range</source>
        <translation>速度及其范围</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>The speed is unknown: the model does not fit, or the catalog lacks a figure.</source>
        <translation>速度未知：放不下模型，或目录缺少所需数据。</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>memory traffic</source>
        <translation>内存读写</translation>
    </message>
    <message>
        <source>launches</source>
        <translation>内核启动</translation>
    </message>
    <message>
        <source>model parallelism</source>
        <translation>模型并行</translation>
    </message>
    <message>
        <source>gradient sync</source>
        <translation>梯度同步</translation>
    </message>
    <message>
        <source>pipeline bubble</source>
        <translation>流水线气泡</translation>
    </message>
    <message>
        <source>optimizer step</source>
        <translation>优化器步骤</translation>
    </message>
    <message>
        <source>offload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>data loading</source>
        <translation>数据加载</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Answer, one user</source>
        <translation>回答，单用户</translation>
    </message>
    <message>
        <source>Answers, all users</source>
        <translation>回答，全部用户</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>读取提示词</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>首个词元时间</translation>
    </message>
    <message>
        <source>Time for each further token</source>
        <translation>后续每个词元的时间</translation>
    </message>
    <message>
        <source>What limits the answers: {bound}.</source>
        <translation>生成回答的瓶颈：{bound}。</translation>
    </message>
    <message>
        <source>Where the time of one step of the answer goes</source>
        <translation>回答每一步的时间去向</translation>
    </message>
    <message>
        <source>Trained tokens</source>
        <translation>训练的词元</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Model FLOP utilization</source>
        <translation>模型 FLOP 利用率</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整个训练</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>The whole run, of all devices</source>
        <translation>整个训练（全部设备合计）</translation>
    </message>
    <message>
        <source>device hours</source>
        <translation>设备小时</translation>
    </message>
    <message>
        <source>What takes most of a step: {part}.</source>
        <translation>单步中耗时最多：{part}。</translation>
    </message>
    <message>
        <source>Where the time of one step goes</source>
        <translation>单步的时间去向</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Power at the wall (W)</source>
        <translation>墙上功率（W）</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Machines for {workload}.</source>
        <translation>用于 {workload} 的整机。</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文件编号</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Prepared on</source>
        <translation>编制日期</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>需求日期</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>成本中心</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>发票抬头</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>贸易术语</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>付款条件</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Tax basis</source>
        <translation>计税方式</translation>
    </message>
    <message>
        <source>prices are net; {rate} % tax is added in the totals</source>
        <translation>价格不含税；合计中另加 {rate} % 税</translation>
    </message>
    <message>
        <source>prices are net; no tax rate is set</source>
        <translation>价格不含税；未设税率</translation>
    </message>
    <message>
        <source>What is bought</source>
        <translation>采购内容</translation>
    </message>
    <message>
        <source>1 blocker</source>
        <translation>1 项阻断</translation>
    </message>
    <message>
        <source>{count} blockers</source>
        <translation>{count} 项阻断</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 项警告</translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation>{count} 项警告</translation>
    </message>
    <message>
        <source>the model does not fit</source>
        <translation>放不下模型</translation>
    </message>
    <message>
        <source>fits, and no rule stands against it</source>
        <translation>放得下，且没有规则反对</translation>
    </message>
    <message>
        <source>fits, but parts don&apos;t go together</source>
        <translation>放得下，但部件不兼容</translation>
    </message>
    <message>
        <source>{memory} on accelerators</source>
        <translation>加速卡上 {memory}</translation>
    </message>
    <message>
        <source>{memory} in RAM</source>
        <translation>内存中 {memory}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>trains {low}–{high} tokens/s</source>
        <translation>训练 {low}–{high} 词元/秒</translation>
    </message>
    <message>
        <source>{low}–{high} tokens/s for one user, {all_low}–{all_high} in all</source>
        <translation>单用户 {low}–{high} 词元/秒，合计 {all_low}–{all_high}</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>1 price is old: ask for it again.</source>
        <translation>有 1 个价格过旧：请重新询价。</translation>
    </message>
    <message>
        <source>{count} prices are old: ask for them again.</source>
        <translation>有 {count} 个价格过旧：请重新询价。</translation>
    </message>
    <message>
        <source>1 quote has expired.</source>
        <translation>有 1 份报价已过期。</translation>
    </message>
    <message>
        <source>{count} lines rest on quotes that have expired.</source>
        <translation>有 {count} 行所依据的报价已过期。</translation>
    </message>
    <message>
        <source>1 price is an estimate or names no source.</source>
        <translation>有 1 个价格为估算或未注明来源。</translation>
    </message>
    <message>
        <source>{count} prices are estimates or name no source.</source>
        <translation>有 {count} 个价格为估算或未注明来源。</translation>
    </message>
    <message>
        <source>1 rule of compatibility is broken.</source>
        <translation>违反 1 条兼容性规则。</translation>
    </message>
    <message>
        <source>{count} rules of compatibility are broken.</source>
        <translation>违反 {count} 条兼容性规则。</translation>
    </message>
    <message>
        <source>1 line has no part number of the manufacturer.</source>
        <translation>有 1 行缺少制造商料号。</translation>
    </message>
    <message>
        <source>{count} lines have no part number of the manufacturer.</source>
        <translation>有 {count} 行缺少制造商料号。</translation>
    </message>
    <message>
        <source>The specifications of 1 line are unverified.</source>
        <translation>有 1 行的规格未经核实。</translation>
    </message>
    <message>
        <source>The specifications of {count} lines are unverified.</source>
        <translation>有 {count} 行的规格未经核实。</translation>
    </message>
    <message>
        <source>Shipping is not known and not in the totals.</source>
        <translation>运费未知，未计入合计。</translation>
    </message>
    <message>
        <source>Every line has a part number and a price that is sourced and recent.</source>
        <translation>每一行都有料号，且价格有来源、为近期。</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>加速器</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>主板</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Power supply</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>机箱</translation>
    </message>
    <message>
        <source>Cooler</source>
        <translation>散热器</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Complete system</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项</translation>
    </message>
    <message>
        <source>kit</source>
        <translation>套</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>件</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>street</source>
        <translation>市场价</translation>
    </message>
    <message>
        <source>list</source>
        <translation>目录价</translation>
    </message>
    <message>
        <source>MSRP</source>
        <translation>建议零售价</translation>
    </message>
    <message>
        <source>at hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>sourced</source>
        <translation>有来源</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>已比对</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>在线服务</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>LoRA training</source>
        <translation>LoRA 训练</translation>
    </message>
    <message>
        <source>QLoRA training</source>
        <translation>QLoRA 训练</translation>
    </message>
    <message>
        <source>full fine-tuning</source>
        <translation>全量微调</translation>
    </message>
    <message>
        <source>pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>memory bandwidth</source>
        <translation>显存带宽</translation>
    </message>
    <message>
        <source>host memory</source>
        <translation>主机内存</translation>
    </message>
    <message>
        <source>interconnect</source>
        <translation>互连</translation>
    </message>
    <message>
        <source>engine overhead</source>
        <translation>引擎开销</translation>
    </message>
    <message>
        <source>price is an estimate</source>
        <translation>价格为估算</translation>
    </message>
    <message>
        <source>price names no source</source>
        <translation>价格未注明来源</translation>
    </message>
    <message>
        <source>price is {days} days old</source>
        <translation>价格已有 {days} 天</translation>
    </message>
    <message>
        <source>quote was valid until {date}</source>
        <translation>报价有效期至 {date}，已过期</translation>
    </message>
    <message>
        <source>no part number</source>
        <translation>无料号</translation>
    </message>
    <message>
        <source>specifications unverified</source>
        <translation>规格未核实</translation>
    </message>
    <message>
        <source>{model} at {weights}, {engine}, {kind}, {context} tokens of context, {concurrency} at once</source>
        <translation>{model}，{weights}，{engine}，{kind}，上下文 {context} 词元，并发 {concurrency}</translation>
    </message>
    <message>
        <source>{model} at {weights}, {engine}, {kind}, {context} tokens of context</source>
        <translation>{model}，{weights}，{engine}，{kind}，上下文 {context} 词元</translation>
    </message>
    <message>
        <source>1 USD = {rate} {currency} on {date}</source>
        <translation>{date}：1 USD = {rate} {currency}</translation>
    </message>
    <message>
        <source>1 USD = {rate} {currency} on {date} ({source})</source>
        <translation>{date}：1 USD = {rate} {currency}（{source}）</translation>
    </message>
    <message>
        <source>with 1 cheaper one the system is slower</source>
        <translation>换用其中 1 个更便宜的后整机会变慢</translation>
    </message>
    <message>
        <source>with {count} cheaper ones the system is slower</source>
        <translation>换用其中 {count} 个更便宜的后整机会变慢</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The cheapest parts of the catalog that could be bought in the place of each line, the rest of the system unchanged. Each was put in and checked by every rule; with it, the system keeps at least nine tenths of its speed.</source>
        <translation>目录中可替代各行部件的最便宜选择，整机其余部分不变。每一个都已代入并经全部规则检查；更换后整机至少保持九成速度。</translation>
    </message>
    <message>
        <source>In a spreadsheet, quantities and totals follow when a number of systems, a price, a discount or a rate is changed.</source>
        <translation>在电子表格中修改台数、价格、折扣或税率时，数量与合计会随之更新。</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Only the first kind of system is compared.</source>
        <translation>仅比较第一种整机。</translation>
    </message>
    <message>
        <source>{machine}: {what}</source>
        <translation>{machine}：{what}</translation>
    </message>
    <message>
        <source>Changes of a purchase</source>
        <translation>采购变更</translation>
    </message>
    <message>
        <source>From revision {before} to the present state</source>
        <translation>从第 {before} 版到当前状态</translation>
    </message>
    <message>
        <source>From revision {before} to revision {after}</source>
        <translation>从第 {before} 版到第 {after} 版</translation>
    </message>
    <message>
        <source>Number of devices</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>RAM that stays with the operating system (GiB)</source>
        <translation>留给操作系统的内存（GiB）</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>全名</translation>
    </message>
    <message>
        <source>The model does not fit in {name}.</source>
        <translation>模型放不进 {name}。</translation>
    </message>
    <message>
        <source>Shown are owning, the offers that it is compared with, and of rented machines and of hosted APIs each the {cheapest} cheapest that do the same work. Left out: {count} more. The workbook lists all of them under &quot;{sheet}&quot;.</source>
        <translation>此处列出自购、与之比较的方案，以及租用机器和托管 API 中能完成同样工作的最便宜的各 {cheapest} 个。另有 {count} 个未列出，全部见工作簿的“{sheet}”工作表。</translation>
    </message>
    <message>
        <source>Figures of the cost charts</source>
        <translation>成本图表数据</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>全部方案</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources of the costs</source>
        <translation>成本数据来源</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} 年</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
    <message>
        <source>{figure} channel {memory}</source>
        <translation>{figure} 通道 {memory}</translation>
    </message>
    <message>
        <source>{figure} channels {memory}</source>
        <translation>{figure} 通道 {memory}</translation>
    </message>
    <message>
        <source>{figure} × 16-pin</source>
        <translation>{figure} × 16 针</translation>
    </message>
    <message>
        <source>{figure} × PCIe 8-pin</source>
        <translation>{figure} × PCIe 8 针</translation>
    </message>
    <message>
        <source>{figure} × PCIe 6-pin</source>
        <translation>{figure} × PCIe 6 针</translation>
    </message>
    <message>
        <source>passive card</source>
        <translation>被动散热卡</translation>
    </message>
    <message>
        <source>module for a server board</source>
        <translation>服务器主板用模组</translation>
    </message>
    <message>
        <source>integrated</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>{figure} board power</source>
        <translation>整卡功耗 {figure}</translation>
    </message>
    <message>
        <source>{figure} slot</source>
        <translation>{figure} 槽</translation>
    </message>
    <message>
        <source>{figure} slots</source>
        <translation>{figure} 槽</translation>
    </message>
    <message>
        <source>{figure} core</source>
        <translation>{figure} 核</translation>
    </message>
    <message>
        <source>{figure} cores</source>
        <translation>{figure} 核</translation>
    </message>
    <message>
        <source>{figure} thread</source>
        <translation>{figure} 线程</translation>
    </message>
    <message>
        <source>{figure} threads</source>
        <translation>{figure} 线程</translation>
    </message>
    <message>
        <source>{figure} GHz base</source>
        <translation>基频 {figure} GHz</translation>
    </message>
    <message>
        <source>socket {figure}</source>
        <translation>插槽 {figure}</translation>
    </message>
    <message>
        <source>up to {figure}</source>
        <translation>最高 {figure}</translation>
    </message>
    <message>
        <source>PCIe slots {figure}</source>
        <translation>PCIe 插槽 {figure}</translation>
    </message>
    <message>
        <source>reads {figure}</source>
        <translation>读取 {figure}</translation>
    </message>
    <message>
        <source>{figure} × EPS 8-pin</source>
        <translation>{figure} × EPS 8 针</translation>
    </message>
    <message>
        <source>full rating at 200–240 V only</source>
        <translation>仅在 200–240 V 下达到额定功率</translation>
    </message>
    <message>
        <source>{figure}U rack</source>
        <translation>{figure}U 机架式</translation>
    </message>
    <message>
        <source>boards {figure}</source>
        <translation>主板 {figure}</translation>
    </message>
    <message>
        <source>cards up to {figure}</source>
        <translation>显卡最长 {figure}</translation>
    </message>
    <message>
        <source>coolers up to {figure}</source>
        <translation>散热器最高 {figure}</translation>
    </message>
    <message>
        <source>{figure} expansion slot</source>
        <translation>{figure} 个扩展槽</translation>
    </message>
    <message>
        <source>{figure} expansion slots</source>
        <translation>{figure} 个扩展槽</translation>
    </message>
    <message>
        <source>liquid</source>
        <translation>液冷</translation>
    </message>
    <message>
        <source>air</source>
        <translation>风冷</translation>
    </message>
    <message>
        <source>{figure} radiator</source>
        <translation>{figure} 冷排</translation>
    </message>
    <message>
        <source>{figure} high</source>
        <translation>高 {figure}</translation>
    </message>
    <message>
        <source>carries away {figure}</source>
        <translation>散热能力 {figure}</translation>
    </message>
    <message>
        <source>sockets {figure}</source>
        <translation>适用插槽 {figure}</translation>
    </message>
    <message>
        <source>{figure} RAM</source>
        <translation>{figure} 内存</translation>
    </message>
    <message>
        <source>unified memory</source>
        <translation>统一内存</translation>
    </message>
</context>
<context>
    <name>Exclusion</name>
    <message>
        <source>The accelerator is no card for a board</source>
        <translation>该加速器不是可插入主板的板卡</translation>
    </message>
    <message>
        <source>The accelerator is of another vendor</source>
        <translation>加速器属于其他厂商</translation>
    </message>
    <message>
        <source>The board has too few slots for the cards</source>
        <translation>主板插槽不够插这些显卡</translation>
    </message>
    <message>
        <source>The cards are too wide to stand side by side</source>
        <translation>显卡太宽，无法并排安装</translation>
    </message>
    <message>
        <source>No cooler fits the CPU</source>
        <translation>没有适合该 CPU 的散热器</translation>
    </message>
    <message>
        <source>No case takes the board</source>
        <translation>没有能装下该主板的机箱</translation>
    </message>
    <message>
        <source>No case of the wanted kind</source>
        <translation>没有所需类型的机箱</translation>
    </message>
    <message>
        <source>No case cools cards without fans</source>
        <translation>没有能为无风扇显卡散热的机箱</translation>
    </message>
    <message>
        <source>No case has enough slots for the cards</source>
        <translation>没有扩展槽位足够的机箱</translation>
    </message>
    <message>
        <source>No case is long enough for the cards</source>
        <translation>没有长度足够装下显卡的机箱</translation>
    </message>
    <message>
        <source>No case is wide enough for a cooler</source>
        <translation>没有宽度足够装下散热器的机箱</translation>
    </message>
    <message>
        <source>The CPU doesn&apos;t fit the board&apos;s socket</source>
        <translation>CPU 与主板插座不符</translation>
    </message>
    <message>
        <source>The CPU is not made for so many sockets</source>
        <translation>该 CPU 不支持这么多路</translation>
    </message>
    <message>
        <source>The CPUs are not of one kind</source>
        <translation>CPU 型号不一致</translation>
    </message>
    <message>
        <source>The memory is of another generation than board and CPU take</source>
        <translation>内存代际与主板和 CPU 不符</translation>
    </message>
    <message>
        <source>The memory modules are of another kind than board and CPU take</source>
        <translation>内存条类型与主板和 CPU 不符</translation>
    </message>
    <message>
        <source>The memory modules are of different kinds</source>
        <translation>内存条类型不一致</translation>
    </message>
    <message>
        <source>More memory modules than slots</source>
        <translation>内存条多于插槽</translation>
    </message>
    <message>
        <source>More memory than board or CPU take</source>
        <translation>内存容量超出主板或 CPU 上限</translation>
    </message>
    <message>
        <source>The memory modules are too large for the board</source>
        <translation>单条内存容量超出主板上限</translation>
    </message>
    <message>
        <source>No ECC memory</source>
        <translation>没有 ECC 内存</translation>
    </message>
    <message>
        <source>No power supply fits the case</source>
        <translation>没有能装进机箱的电源</translation>
    </message>
    <message>
        <source>No power supply is strong enough</source>
        <translation>没有功率足够的电源</translation>
    </message>
    <message>
        <source>No power supply bears the peaks of the cards</source>
        <translation>没有能承受显卡瞬时峰值的电源</translation>
    </message>
    <message>
        <source>No power supply has enough leads for the cards</source>
        <translation>没有显卡供电接口足够的电源</translation>
    </message>
    <message>
        <source>No power supply has enough leads for the CPUs</source>
        <translation>没有 CPU 供电接口足够的电源</translation>
    </message>
    <message>
        <source>The machine draws more power than allowed</source>
        <translation>整机功率超过上限</translation>
    </message>
    <message>
        <source>No drive fits the board</source>
        <translation>没有适合该主板的硬盘</translation>
    </message>
    <message>
        <source>No drive is large enough for the model</source>
        <translation>没有容量足够存放模型的硬盘</translation>
    </message>
    <message>
        <source>The catalog has no price for a part</source>
        <translation>目录中缺少某个部件的价格</translation>
    </message>
    <message>
        <source>The model doesn&apos;t fit into the memory</source>
        <translation>内存装不下该模型</translation>
    </message>
    <message>
        <source>Part of the model would have to stay in RAM</source>
        <translation>模型会有一部分只能放在内存中</translation>
    </message>
    <message>
        <source>A figure that the speed depends on is unknown</source>
        <translation>缺少估算速度所需的数据</translation>
    </message>
    <message>
        <source>The machine is slower than asked for</source>
        <translation>速度低于要求</translation>
    </message>
    <message>
        <source>The machine costs more than the budget</source>
        <translation>价格超出预算</translation>
    </message>
    <message>
        <source>The board&apos;s chipset doesn&apos;t support the CPU</source>
        <translation>主板芯片组不支持该 CPU</translation>
    </message>
    <message>
        <source>No case holds so many cards</source>
        <translation>没有机箱能容纳这么多卡</translation>
    </message>
    <message>
        <source>No case takes the radiator of a cooler</source>
        <translation>没有机箱能安装散热器的冷排</translation>
    </message>
    <message>
        <source>The board is of another form factor than asked for</source>
        <translation>主板规格与要求不同</translation>
    </message>
    <message>
        <source>The board doesn&apos;t know the CPU&apos;s generation</source>
        <translation>主板不支持该代 CPU</translation>
    </message>
    <message>
        <source>No case has places for the power supplies</source>
        <translation>没有机箱有安装这些电源的位置</translation>
    </message>
    <message>
        <source>No power supply is short enough for the case</source>
        <translation>没有足够短的电源可装入机箱</translation>
    </message>
    <message>
        <source>No drive fits the board&apos;s ports</source>
        <translation>没有硬盘适合主板的接口</translation>
    </message>
    <message>
        <source>The machine draws more power than the circuit carries</source>
        <translation>机器功耗超过电路承载</translation>
    </message>
    <message>
        <source>No power supply is strong enough at the circuit&apos;s voltage</source>
        <translation>在该电路电压下没有足够功率的电源</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>The catalog has no price for {part}.</source>
        <translation>目录中没有 {part} 的价格。</translation>
    </message>
    <message>
        <source>The parts cost {over} more than the budget.</source>
        <translation>部件总价超出预算 {over}。</translation>
    </message>
    <message>
        <source>The speed can&apos;t be estimated: {reason}.</source>
        <translation>无法估算速度：{reason}。</translation>
    </message>
    <message>
        <source>{decode} tokens/s and {ttft} s to the first miss what was asked for.</source>
        <translation>{decode} 词元/秒、首词元 {ttft} 秒，未达到要求。</translation>
    </message>
    <message>
        <source>Part of the model stays in RAM, which was ruled out.</source>
        <translation>模型有一部分放在内存中，而这已被排除。</translation>
    </message>
    <message>
        <source>{accelerator} is no card: it exists only inside a complete system.</source>
        <translation>{accelerator} 不是独立板卡，只存在于整机系统中。</translation>
    </message>
    <message>
        <source>{accelerator} is not of the vendor that was asked for.</source>
        <translation>{accelerator} 不属于所要求的厂商。</translation>
    </message>
    <message>
        <source>{cards} cards; {board} has long enough slots for {fitting}.</source>
        <translation>共 {cards} 张显卡；{board} 的插槽只够插 {fitting} 张。</translation>
    </message>
    <message>
        <source>Not verified: which slots {board} has for {cards} cards.</source>
        <translation>未核实：{board} 有哪些插槽可插 {cards} 张显卡。</translation>
    </message>
    <message>
        <source>{cards} are too wide to stand side by side on {board}.</source>
        <translation>{cards} 太宽，无法在 {board} 上并排安装。</translation>
    </message>
    <message>
        <source>Not verified: whether the slots of {board} are far enough apart for {cards}.</source>
        <translation>未核实：{board} 的插槽间距是否容得下 {cards}。</translation>
    </message>
    <message>
        <source>The cards ask for {asked} PCIe lanes; the CPUs have {lanes}.</source>
        <translation>显卡需要 {asked} 条 PCIe 通道；CPU 共有 {lanes} 条。</translation>
    </message>
    <message>
        <source>Not verified: how many PCIe lanes the CPUs have.</source>
        <translation>未核实：CPU 有多少条 PCIe 通道。</translation>
    </message>
    <message>
        <source>{narrow} of the cards get less than their own link: down to {link}.</source>
        <translation>{narrow} 张显卡得不到自身的完整链路，最低为 {link}。</translation>
    </message>
    <message>
        <source>Not verified: whether the slots are as fast as {card}.</source>
        <translation>未核实：插槽速率是否跟得上 {card}。</translation>
    </message>
    <message>
        <source>{count} of the cards are behind the chipset and share its link.</source>
        <translation>{count} 张显卡接在芯片组之后，共用其链路。</translation>
    </message>
    <message>
        <source>{cooler} has no mount for socket {socket}.</source>
        <translation>{cooler} 没有 {socket} 插座的扣具。</translation>
    </message>
    <message>
        <source>Not verified: whether {cooler} mounts on socket {socket}.</source>
        <translation>未核实：{cooler} 能否安装在 {socket} 插座上。</translation>
    </message>
    <message>
        <source>{coolers} cooler for {cpus} CPUs.</source>
        <translation>{cpus} 颗 CPU 只有 {coolers} 个散热器。</translation>
    </message>
    <message>
        <source>{cooler} is rated for {rating}; {cpu} may draw {heat}.</source>
        <translation>{cooler} 额定散热 {rating}；{cpu} 的发热可达 {heat}。</translation>
    </message>
    <message>
        <source>Not verified: whether {cooler} can cool {cpu} ({heat}).</source>
        <translation>未核实：{cooler} 能否压住 {cpu}（{heat}）。</translation>
    </message>
    <message>
        <source>{board} is {formFactor}; {case} takes {taken}.</source>
        <translation>{board} 为 {formFactor} 板型；{case} 支持 {taken}。</translation>
    </message>
    <message>
        <source>Not verified: whether {board} fits into {case}.</source>
        <translation>未核实：{board} 能否装进 {case}。</translation>
    </message>
    <message>
        <source>{case} is not the kind of case that was asked for.</source>
        <translation>{case} 不是所要求的机箱类型。</translation>
    </message>
    <message>
        <source>{card} has no fan; {case} has no ducted airflow for it.</source>
        <translation>{card} 无风扇；{case} 没有为其设计的风道。</translation>
    </message>
    <message>
        <source>{cards} take {needed} expansion slots; {case} has {slots}.</source>
        <translation>{cards} 占用 {needed} 个扩展槽位；{case} 只有 {slots} 个。</translation>
    </message>
    <message>
        <source>Not verified: whether {case} has expansion slots for {cards}.</source>
        <translation>未核实：{case} 是否有容纳 {cards} 的扩展槽位。</translation>
    </message>
    <message>
        <source>{cards}: {length} long; {case} takes cards up to {most}.</source>
        <translation>{cards} 长 {length}；{case} 最长支持 {most}。</translation>
    </message>
    <message>
        <source>Not verified: whether {cards} is short enough for {case}.</source>
        <translation>未核实：{cards} 的长度能否装进 {case}。</translation>
    </message>
    <message>
        <source>{cooler} is {height} high; {case} takes coolers up to {most}.</source>
        <translation>{cooler} 高 {height}；{case} 最高支持 {most}。</translation>
    </message>
    <message>
        <source>Not verified: whether {cooler} is low enough for {case}.</source>
        <translation>未核实：{cooler} 的高度能否装进 {case}。</translation>
    </message>
    <message>
        <source>Not verified: whether the radiator of {cooler} fits into {case}.</source>
        <translation>未核实：{cooler} 的冷排能否装进 {case}。</translation>
    </message>
    <message>
        <source>{cpu} needs socket {cpuSocket}; {board} has {boardSocket}.</source>
        <translation>{cpu} 需要 {cpuSocket} 插座；{board} 为 {boardSocket}。</translation>
    </message>
    <message>
        <source>{cpus}: board and CPU allow at most {most} in one machine.</source>
        <translation>{cpus}：主板和 CPU 在一台机器中最多支持 {most} 颗。</translation>
    </message>
    <message>
        <source>All CPUs of a board must be of one kind, not {cpus}.</source>
        <translation>同一主板上的 CPU 必须型号一致，而不是 {cpus}。</translation>
    </message>
    <message>
        <source>{board} has {sockets} sockets and {count} CPU: the memory and PCIe slots of an empty socket don&apos;t work.</source>
        <translation>{board} 有 {sockets} 个插座却只装 {count} 颗 CPU：空插座所连的内存和 PCIe 插槽无法使用。</translation>
    </message>
    <message>
        <source>Nothing in the machine drives a display: {cpu} has no graphics and {board} no management controller.</source>
        <translation>机器没有显示输出：{cpu} 无核显，{board} 也没有管理控制器。</translation>
    </message>
    <message>
        <source>Not verified: whether {cpu} or {board} can drive a display.</source>
        <translation>未核实：{cpu} 或 {board} 能否输出显示。</translation>
    </message>
    <message>
        <source>The list lacks parts of a complete machine: {missing}.</source>
        <translation>清单缺少整机所需部件：{missing}。</translation>
    </message>
    <message>
        <source>Specifications that nobody compared with a source: {parts}.</source>
        <translation>以下部件的规格未与来源核对：{parts}。</translation>
    </message>
    <message>
        <source>{kit} is {module}; board and CPU take {accepted}.</source>
        <translation>{kit} 为 {module}；主板和 CPU 支持 {accepted}。</translation>
    </message>
    <message>
        <source>Not verified: which generation of memory board and CPU take.</source>
        <translation>未核实：主板和 CPU 支持哪一代内存。</translation>
    </message>
    <message>
        <source>{kit} is {module}; board and CPU take {accepted}. The machine would not start.</source>
        <translation>{kit} 为 {module}；主板和 CPU 支持 {accepted}。机器将无法启动。</translation>
    </message>
    <message>
        <source>Not verified: which kind of memory module board and CPU take.</source>
        <translation>未核实：主板和 CPU 支持哪种内存条。</translation>
    </message>
    <message>
        <source>Modules of different kinds don&apos;t work together: {kits}.</source>
        <translation>不同类型的内存条不能混用：{kits}。</translation>
    </message>
    <message>
        <source>{modules} memory modules; {board} has {slots} usable slots.</source>
        <translation>共 {modules} 条内存；{board} 可用插槽为 {slots} 个。</translation>
    </message>
    <message>
        <source>{capacity} of memory; {holder} takes at most {most}.</source>
        <translation>内存 {capacity}；{holder} 最多支持 {most}。</translation>
    </message>
    <message>
        <source>Not verified: whether board and CPU take {capacity} of memory.</source>
        <translation>未核实：主板和 CPU 是否支持 {capacity} 内存。</translation>
    </message>
    <message>
        <source>{kit} has modules of {module}; {board} takes at most {most} a slot.</source>
        <translation>{kit} 单条 {module}；{board} 每槽最多 {most}。</translation>
    </message>
    <message>
        <source>ECC memory is required, and {memory} doesn&apos;t correct errors here.</source>
        <translation>要求 ECC 内存，而 {memory} 在此不具备纠错能力。</translation>
    </message>
    <message>
        <source>Not verified: whether {memory} has ECC memory.</source>
        <translation>未核实：{memory} 是否为 ECC 内存。</translation>
    </message>
    <message>
        <source>{memory} works here without correcting errors.</source>
        <translation>{memory} 在此可用，但不具备纠错能力。</translation>
    </message>
    <message>
        <source>{memory}: modules should be equal, and equally many for each of {sockets} sockets.</source>
        <translation>{memory}：内存条应规格一致，且 {sockets} 个插座各装相同数量。</translation>
    </message>
    <message>
        <source>{populated} of {channels} memory channels are in use: bandwidth falls in proportion.</source>
        <translation>{channels} 条内存通道只用了 {populated} 条，带宽按比例下降。</translation>
    </message>
    <message>
        <source>Not verified: how many memory channels are in use.</source>
        <translation>未核实：使用了多少条内存通道。</translation>
    </message>
    <message>
        <source>{perChannel} modules share a memory channel: counted with {speed} MT/s instead of {rated}.</source>
        <translation>每通道 {perChannel} 条内存：按 {speed} MT/s 而非 {rated} 计算。</translation>
    </message>
    <message>
        <source>{perChannel} modules share a memory channel; at which speed is not known.</source>
        <translation>每通道 {perChannel} 条内存，实际速率未知。</translation>
    </message>
    <message>
        <source>Not verified: how fast {kit} runs.</source>
        <translation>未核实：{kit} 的运行速率。</translation>
    </message>
    <message>
        <source>{supply} is {formFactor}; {case} takes {taken}.</source>
        <translation>{supply} 为 {formFactor} 规格；{case} 支持 {taken}。</translation>
    </message>
    <message>
        <source>Not verified: whether {supply} fits into {case}.</source>
        <translation>未核实：{supply} 能否装进 {case}。</translation>
    </message>
    <message>
        <source>The parts draw up to {load}; {supply} should carry {usable} for long, 80 % of its {rating}.</source>
        <translation>部件最高功耗 {load}；{supply} 长期宜承载 {usable}，即额定 {rating} 的 80 %。</translation>
    </message>
    <message>
        <source>Not verified: whether {supply} is strong enough. The power of an accelerator is unknown.</source>
        <translation>未核实：{supply} 功率是否足够，有加速器的功耗未知。</translation>
    </message>
    <message>
        <source>Short peaks of the cards reach {peak}; {supply} bears {bears}.</source>
        <translation>显卡瞬时峰值可达 {peak}；{supply} 可承受 {bears}。</translation>
    </message>
    <message>
        <source>Not verified: whether {supply} bears short peaks of {peak}.</source>
        <translation>未核实：{supply} 能否承受 {peak} 的瞬时峰值。</translation>
    </message>
    <message>
        <source>The cards need {needed}; {supply} has {there}.</source>
        <translation>显卡需要 {needed}；{supply} 有 {there}。</translation>
    </message>
    <message>
        <source>{adapters} cards need an adapter from three 8-pin leads to 16 pins.</source>
        <translation>{adapters} 张显卡需要三个 8 针转 16 针的转接线。</translation>
    </message>
    <message>
        <source>The CPUs need {needed} EPS leads; {supply} has {there}.</source>
        <translation>CPU 需要 {needed} 个 EPS 接口；{supply} 有 {there} 个。</translation>
    </message>
    <message>
        <source>Not verified: how many EPS leads {supply} has.</source>
        <translation>未核实：{supply} 有几个 EPS 接口。</translation>
    </message>
    <message>
        <source>{board} has {onBoard} EPS sockets; {supply} has {there} leads.</source>
        <translation>{board} 有 {onBoard} 个 EPS 插座；{supply} 有 {there} 个接口。</translation>
    </message>
    <message>
        <source>Not verified: how many EPS leads {board} needs.</source>
        <translation>未核实：{board} 需要几个 EPS 接口。</translation>
    </message>
    <message>
        <source>The machine draws {wall} at the wall; at most {most} was asked for.</source>
        <translation>整机墙上功率 {wall}；要求不超过 {most}。</translation>
    </message>
    <message>
        <source>The machine draws {wall} at the wall; a circuit of 120 V and 15 A carries {circuit} for long.</source>
        <translation>整机墙上功率 {wall}；120 V / 15 A 电路可持续承载 {circuit}。</translation>
    </message>
    <message>
        <source>{supplies} must start together and share one ground and phase.</source>
        <translation>{supplies} 须同时启动，并共用同一接地和相线。</translation>
    </message>
    <message>
        <source>{supply} gives its full rating only at 200 to 240 V.</source>
        <translation>{supply} 仅在 200–240 V 下达到额定功率。</translation>
    </message>
    <message>
        <source>{drives} M.2 drives; {board} has {slots} slots for them.</source>
        <translation>共 {drives} 块 M.2 硬盘；{board} 有 {slots} 个插槽。</translation>
    </message>
    <message>
        <source>Not verified: whether {board} has M.2 slots for {drives} drives.</source>
        <translation>未核实：{board} 是否有 {drives} 个 M.2 插槽。</translation>
    </message>
    <message>
        <source>The model&apos;s file takes {model}; with 20 % left free it doesn&apos;t fit on {storage}.</source>
        <translation>模型文件占 {model}；留出 20 % 余量后 {storage} 放不下。</translation>
    </message>
    <message>
        <source>Not verified: whether the model&apos;s file ({model}) fits on the drive.</source>
        <translation>未核实：硬盘能否放下模型文件（{model}）。</translation>
    </message>
    <message>
        <source>The speed is unknown: {reason}.</source>
        <translation>速度未知：{reason}。</translation>
    </message>
    <message>
        <source>Parts of the machine without a price: {count}. Owning costs more, and pays later, than this comparison shows.</source>
        <translation>{count} 个部件没有价格：自建的实际花费更高，回本更晚。</translation>
    </message>
    <message>
        <source>{host} of {all} layers stay in RAM; the CPU computes them.</source>
        <translation>{all} 层中有 {host} 层放在内存，由 CPU 计算。</translation>
    </message>
    <message>
        <source>The routed experts stay in RAM, {ram} in all; the accelerator keeps the rest.</source>
        <translation>路由专家放在内存，共 {ram}；其余在加速器上。</translation>
    </message>
    <message>
        <source>{device} would need {need} and has {capacity}.</source>
        <translation>{device} 需要 {need}，只有 {capacity}。</translation>
    </message>
    <message>
        <source>The host would need {need} of RAM and has {capacity}.</source>
        <translation>主机需要 {need} 内存，只有 {capacity}。</translation>
    </message>
    <message>
        <source>FP8 on a CPU needs an engine with such kernels (SGLang on AMX, KTransformers); llama.cpp would store the model as Q8_0, {q8}.</source>
        <translation>在 CPU 上运行 FP8 需要具备相应内核的引擎（AMX 上的 SGLang、KTransformers）；llama.cpp 会以 Q8_0 存放，占 {q8}。</translation>
    </message>
    <message>
        <source>{heads} attention heads can&apos;t be split over {devices} devices.</source>
        <translation>{heads} 个注意力头无法平分到 {devices} 个设备。</translation>
    </message>
    <message>
        <source>{modules} modules on the {channels} channels of a socket are not an even population.</source>
        <translation>每个插座 {channels} 条通道装 {modules} 条内存，分布不均。</translation>
    </message>
    <message>
        <source>{cpu} needs a board with {chipset}; {board} has {has}.</source>
        <translation>{cpu} 需要 {chipset} 芯片组的主板；{board} 为 {has}。</translation>
    </message>
    <message>
        <source>Not verified: whether {board} takes {cpu}, which needs {chipset}.</source>
        <translation>未核实：{board} 是否支持需要 {chipset} 的 {cpu}。</translation>
    </message>
    <message>
        <source>The model&apos;s file ({model}) is larger than the RAM ({memory}): every start reads it from the drive.</source>
        <translation>模型文件（{model}）大于内存（{memory}）：每次启动都要从硬盘读取。</translation>
    </message>
    <message>
        <source>Assumed: {key} is {value}; {why}.</source>
        <translation>假定：{key} 为 {value}；{why}。</translation>
    </message>
    <message>
        <source>Unknown: {key}; {why}.</source>
        <translation>未知：{key}；{why}。</translation>
    </message>
    <message>
        <source>The shape is assumed: {name}, as Llama 3 and Qwen 3 are built. Name the model or its config.json for figures of its own.</source>
        <translation>结构为假定：{name}，按 Llama 3 与 Qwen 3 的方式搭建。给出模型或其 config.json，即可得到它自己的数据。</translation>
    </message>
    <message>
        <source>The routed experts of the first {layers} of {all} layers stay in RAM (--n-cpu-moe {layers}), with {ram} of weights there.</source>
        <translation>{all} 层中前 {layers} 层的路由专家留在内存（--n-cpu-moe {layers}），其权重占内存 {ram}。</translation>
    </message>
    <message>
        <source>The layers are shared out unevenly (--tensor-split {split}).</source>
        <translation>各层不均匀地分配（--tensor-split {split}）。</translation>
    </message>
    <message>
        <source>{device} keeps {free} free; llama.cpp&apos;s own fitting leaves {margin} for the desktop and other programs.</source>
        <translation>{device} 还剩 {free}；llama.cpp 自身的适配会为桌面和其他程序留出 {margin}。</translation>
    </message>
    <message>
        <source>This model keeps one compressed vector for keys and values: llama.cpp refuses {keys} for the one and {values} for the other.</source>
        <translation>该模型的键与值共用一个压缩向量：llama.cpp 不接受键用 {keys} 而值用 {values}。</translation>
    </message>
    <message>
        <source>llama.cpp quantises cached values ({values}) only with flash attention.</source>
        <translation>llama.cpp 仅在启用 Flash 注意力时才能量化缓存的值（{values}）。</translation>
    </message>
    <message>
        <source>Heads of {head} values don&apos;t fill the blocks of 32 of a {type} cache.</source>
        <translation>每头 {head} 个值，无法填满 {type} 缓存中 32 个一组的块。</translation>
    </message>
    <message>
        <source>{engine} needs an accelerator: choose llama.cpp for a CPU.</source>
        <translation>{engine} 需要加速卡：只有 CPU 时请选择 llama.cpp。</translation>
    </message>
    <message>
        <source>{engine} does not run on {device}: choose llama.cpp.</source>
        <translation>{engine} 无法在 {device} 上运行：请选择 llama.cpp。</translation>
    </message>
    <message>
        <source>{size} attention heads can&apos;t be split over {parts} devices.</source>
        <translation>{size} 个注意力头无法切分到 {parts} 个设备。</translation>
    </message>
    <message>
        <source>{size} key/value heads can neither be split over {parts} devices nor be copied evenly.</source>
        <translation>{size} 个键值头既无法切分到 {parts} 个设备，也无法均匀复制。</translation>
    </message>
    <message>
        <source>A feed-forward width of {size} can&apos;t be split over {parts} devices.</source>
        <translation>前馈宽度 {size} 无法切分到 {parts} 个设备。</translation>
    </message>
    <message>
        <source>Over {parts} devices a feed-forward width of {size} falls into pieces that aren&apos;t whole blocks of {unit} values, which share a scale.</source>
        <translation>前馈宽度 {size} 切分到 {parts} 个设备后，每份不是 {unit} 个共用缩放值的完整块。</translation>
    </message>
    <message>
        <source>A vocabulary of {size}, padded to 64s, can&apos;t be split over {parts} devices.</source>
        <translation>词表大小 {size}（按 64 补齐）无法切分到 {parts} 个设备。</translation>
    </message>
    <message>
        <source>{size} heads of recurrent layers can&apos;t be split over {parts} devices.</source>
        <translation>循环层的 {size} 个头无法切分到 {parts} 个设备。</translation>
    </message>
    <message>
        <source>Tensor parallel {tp} times pipeline parallel {pp} times data parallel {dp} is not the {devices} devices.</source>
        <translation>张量并行 {tp} × 流水线并行 {pp} × 数据并行 {dp} 不等于 {devices} 个设备。</translation>
    </message>
    <message>
        <source>{layers} layers can&apos;t form {pp} pipeline stages.</source>
        <translation>{layers} 层无法组成 {pp} 个流水线阶段。</translation>
    </message>
    <message>
        <source>{experts} routed experts can&apos;t be dealt out to {ep} devices.</source>
        <translation>{experts} 个路由专家无法分配到 {ep} 个设备。</translation>
    </message>
    <message>
        <source>Expert parallel {ep} doesn&apos;t go with the {ranks} devices of a stage (tensor times data parallel).</source>
        <translation>专家并行 {ep} 与每个阶段的 {ranks} 个设备（张量 × 数据并行）不匹配。</translation>
    </message>
    <message>
        <source>Transformers places whole layers: it neither splits matrices nor runs copies.</source>
        <translation>Transformers 按整层放置：既不切分矩阵，也不运行多个副本。</translation>
    </message>
    <message>
        <source>Transformers spreads layers over all {devices} devices, not over {pp}.</source>
        <translation>Transformers 将各层分布到全部 {devices} 个设备，而不是 {pp} 个。</translation>
    </message>
    <message>
        <source>{host} of {all} layers stay in RAM and are copied to the accelerator at every step, which is slow.</source>
        <translation>{all} 层中有 {host} 层留在内存，每一步都要复制到加速卡，速度很慢。</translation>
    </message>
    <message>
        <source>Tensor parallel {tp} times pipeline parallel {pp} does not divide the {devices} devices.</source>
        <translation>张量并行 {tp} × 流水线并行 {pp} 不能整除 {devices} 个设备。</translation>
    </message>
    <message>
        <source>{experts} experts can&apos;t be dealt out to {groups} of {copies} devices.</source>
        <translation>{experts} 个专家无法分配到 {groups} 组、每组 {copies} 个设备。</translation>
    </message>
    <message>
        <source>A sequence can&apos;t be shared by {shares} devices: {copies} are left for it.</source>
        <translation>一个序列无法由 {shares} 个设备分担：只剩 {copies} 个可用。</translation>
    </message>
    <message>
        <source>With a fused loss, which keeps no logits, a device needs {need}.</source>
        <translation>若使用不保留 logits 的融合损失，每个设备需要 {need}。</translation>
    </message>
    <message>
        <source>Sharded over all devices (ZeRO-3, FSDP) a device needs {need}.</source>
        <translation>若在全部设备上分片（ZeRO-3、FSDP），每个设备需要 {need}。</translation>
    </message>
    <message>
        <source>With full recomputation of activations a device needs {need}.</source>
        <translation>若完全重算激活值，每个设备需要 {need}。</translation>
    </message>
    <message>
        <source>With a micro-batch of 1 and accumulated gradients a device needs {need}.</source>
        <translation>若微批次为 1 并累积梯度，每个设备需要 {need}。</translation>
    </message>
    <message>
        <source>With 8-bit AdamW a device needs {need}.</source>
        <translation>若使用 8 位 AdamW，每个设备需要 {need}。</translation>
    </message>
    <message>
        <source>With the optimizer offloaded to the CPU a device needs {need}, the host {host}.</source>
        <translation>若将优化器卸载到 CPU，每个设备需要 {need}，主机需要 {host}。</translation>
    </message>
    <message>
        <source>With all of this together, parameters offloaded too, a device needs {need}, the host {host}.</source>
        <translation>若同时采用以上各项并卸载参数，每个设备需要 {need}，主机需要 {host}。</translation>
    </message>
    <message>
        <source>{wanted} copies of the model were asked for; the devices make {copies}.</source>
        <translation>要求 {wanted} 个模型副本；这些设备可组成 {copies} 个。</translation>
    </message>
    <message>
        <source>Without an accelerator training runs on the CPU, many times slower.</source>
        <translation>没有加速卡时训练在 CPU 上进行，会慢很多倍。</translation>
    </message>
    <message>
        <source>This kind of training does not run on Apple&apos;s GPUs.</source>
        <translation>这类训练无法在 Apple 的 GPU 上进行。</translation>
    </message>
    <message>
        <source>Every device trains an equal share: {device} with {capacity} limits the others.</source>
        <translation>每个设备承担相同份额：{device}（{capacity}）限制了其他设备。</translation>
    </message>
    <message>
        <source>{device} has the least room for key/value blocks: {unused} of another device stay unused.</source>
        <translation>{device} 留给键值块的空间最少：另一设备上有 {unused} 未使用。</translation>
    </message>
    <message>
        <source>Your own measurements are left out: {reason}.</source>
        <translation>未使用您自己的测量：{reason}。</translation>
    </message>
    <message>
        <source>The file does not say how long prompts and answers are, nor how many ran at once.</source>
        <translation>文件没有说明提示和回答的长度，也没有说明同时运行的数量。</translation>
    </message>
    <message>
        <source>The weights that were run take {found}; {model} in {weights} takes {expected}.</source>
        <translation>所运行的权重占 {found}；{model} 的 {weights} 应占 {expected}。</translation>
    </message>
    <message>
        <source>This can&apos;t have been run: {reason}.</source>
        <translation>不可能运行过：{reason}。</translation>
    </message>
    <message>
        <source>{where}: {measured} tokens/s of a prompt are more than the {limit} that {device} can compute of {model} by its data sheet.</source>
        <translation>{where}：提示 {measured} tokens/s 超过了 {device} 按数据手册对 {model} 能计算的 {limit}。</translation>
    </message>
    <message>
        <source>{where}: {measured} tokens/s are more than the {limit} that {device} can read of {model} by its data sheet.</source>
        <translation>{where}：{measured} tokens/s 超过了 {device} 按数据手册对 {model} 能读取的 {limit}。</translation>
    </message>
    <message>
        <source>{device} was measured at {factor} times its estimate: another device, model or precision must have run, or something else beside it.</source>
        <translation>{device} 的测量值是估计的 {factor} 倍：运行的应是其他设备、模型或精度，或者同时还有别的负载。</translation>
    </message>
    <message>
        <source>The catalog has no device {name}.</source>
        <translation>目录中没有设备 {name}。</translation>
    </message>
    <message>
        <source>{name} may be one of several devices.</source>
        <translation>{name} 可能是多种设备之一。</translation>
    </message>
    <message>
        <source>The runs used different devices together, {first} and {second}: which of them made the speed can&apos;t be told.</source>
        <translation>这些运行同时使用了不同的设备 {first} 和 {second}：无法判断速度由哪一个决定。</translation>
    </message>
    <message>
        <source>The file names {named}, not {given}.</source>
        <translation>文件中写的是 {named}，不是 {given}。</translation>
    </message>
    <message>
        <source>The file does not name the device that it ran on.</source>
        <translation>文件没有写明在哪种设备上运行。</translation>
    </message>
    <message>
        <source>{id} is no device that this run can have used.</source>
        <translation>这次运行不可能使用 {id}。</translation>
    </message>
    <message>
        <source>The catalog has no model {name} of {count} parameters.</source>
        <translation>目录中没有 {count} 参数的模型 {name}。</translation>
    </message>
    <message>
        <source>{name} may be one of several models.</source>
        <translation>{name} 可能是多个模型之一。</translation>
    </message>
    <message>
        <source>The file does not name the model that was run.</source>
        <translation>文件没有写明运行了哪个模型。</translation>
    </message>
    <message>
        <source>The catalog has no model {name}.</source>
        <translation>目录中没有模型 {name}。</translation>
    </message>
    <message>
        <source>The precision of the weights can&apos;t be told from {name}.</source>
        <translation>无法从 {name} 得知权重的精度。</translation>
    </message>
    <message>
        <source>The speed is corrected by your own measurement on {device}: generation × {decode}, prompts × {prefill} ({runs} runs of {file}, {date}).</source>
        <translation>速度已按您在 {device} 上的测量校正：生成 × {decode}，提示 × {prefill}（{file} 中的 {runs} 次运行，{date}）。</translation>
    </message>
    <message>
        <source>Timed as {nodes} machines of {devices} accelerators, each of which sends {network} GB/s to other machines.</source>
        <translation>按 {nodes} 台各有 {devices} 块加速器的机器计时，每块向其他机器发送 {network} GB/s。</translation>
    </message>
    <message>
        <source>Timed with {batches} micro-batches a step, eight for each stage of the pipeline.</source>
        <translation>按每步 {batches} 个微批计时，流水线每一级八个。</translation>
    </message>
    <message>
        <source>The speed is that of this run on devices with enough memory.</source>
        <translation>所示速度为显存足够的设备上运行时的速度。</translation>
    </message>
    <message>
        <source>llama.cpp reads {named} from a GGUF file: sized as its type {type}.</source>
        <translation>llama.cpp 从 GGUF 文件读取 {named}：按其类型 {type} 计算。</translation>
    </message>
    <message>
        <source>The speed is that of requests of {tokens} tokens, prompt and answer together, which fit.</source>
        <translation>所示速度针对输入与输出合计 {tokens} 词元的请求，它们放得下。</translation>
    </message>
    <message>
        <source>Prices older than {limit} days: {old} of {priced}. The oldest, of {part}, is {age} days old.</source>
        <translation>早于 {limit} 天的价格：{priced} 个中有 {old} 个。最旧的是 {part}，距今 {age} 天。</translation>
    </message>
    <message>
        <source>The quote for {part} was valid until {date}.</source>
        <translation>{part} 的报价有效期至 {date}，现已过期。</translation>
    </message>
    <message>
        <source>Prices that are estimated or name no source: {parts}.</source>
        <translation>属于估计或未注明来源的价格：{parts}。</translation>
    </message>
    <message>
        <source>Cloud prices older than {limit} days: {old} of {priced}. The oldest, of {offer}, is {age} days old.</source>
        <translation>早于 {limit} 天的云价格：{priced} 个中有 {old} 个。最旧的是 {offer}，距今 {age} 天。</translation>
    </message>
    <message>
        <source>Each of the {nodes} machines holds a part of the layers; over {network} with {rate} Gbit/s the activations cost {share} % of the speed.</source>
        <translation>{nodes} 台机器各保存一部分层；经 {network}（{rate} Gbit/s）传输激活值耗费 {share}% 的速度。</translation>
    </message>
    <message>
        <source>llama.cpp reaches other machines by its RPC back end, which its authors call a proof of concept: it belongs in no open network.</source>
        <translation>llama.cpp 通过其 RPC 后端连接其他机器，作者称其为概念验证：不应置于开放网络。</translation>
    </message>
    <message>
        <source>Each of the {nodes} machines holds the whole model and answers {users} users, if what hands the requests out does so evenly.</source>
        <translation>{nodes} 台机器各保存整个模型并服务 {users} 个用户，前提是请求分配均匀。</translation>
    </message>
    <message>
        <source>{nodes} equal machines are a proposal, priced and checked: that none better exists is proven for single machines alone.</source>
        <translation>{nodes} 台相同机器是一项经过定价和检查的建议：只有单台机器才证明没有更好的。</translation>
    </message>
    <message>
        <source>The price leaves out the cable between the two machines&apos; {network}.</source>
        <translation>价格不含两台机器之间 {network} 的线缆。</translation>
    </message>
    <message>
        <source>The price leaves out the switch and the cables for {nodes} machines with {network}: the catalog has none.</source>
        <translation>价格不含 {nodes} 台机器使用 {network} 所需的交换机和线缆：目录中没有。</translation>
    </message>
    <message>
        <source>{count} × {device} exchange data in every step over PCIe at {rate}, and through RAM: the driver of GeForce cards has no peer-to-peer.</source>
        <translation>{count} × {device} 每一步都经 PCIe（{rate}）并通过内存交换数据：GeForce 卡的驱动没有点对点传输。</translation>
    </message>
    <message>
        <source>{count} × {device} exchange data in every step over PCIe alone, at {rate}.</source>
        <translation>{count} × {device} 每一步只经 PCIe 交换数据，速率 {rate}。</translation>
    </message>
    <message>
        <source>A card has PCIe {generation}.0 x{lanes} ({rate}), and every step waits for it: tensor parallelism and training want eight lanes at least.</source>
        <translation>有一张卡只有 PCIe {generation}.0 x{lanes}（{rate}），每一步都要等它：张量并行和训练至少需要八条通道。</translation>
    </message>
    <message>
        <source>Each token reads {read} from RAM, which carries {bandwidth}: at most {rate} tokens/s, whatever else is faster.</source>
        <translation>每个词元从内存读取 {read}，内存带宽为 {bandwidth}：无论其他部件多快，最多 {rate} 词元/秒。</translation>
    </message>
    <message>
        <source>The {bandwidth} of RAM are of {sockets} sockets, {each} each: together they serve only where every thread reads the memory beside it (numactl, --numa distribute).</source>
        <translation>{bandwidth} 的内存带宽来自 {sockets} 个插座，每个 {each}：只有每个线程都读取身边的内存（numactl、--numa distribute）时才能一起使用。</translation>
    </message>
    <message>
        <source>{cpu} runs the model without AVX-512: prompts are slower.</source>
        <translation>{cpu} 没有 AVX-512：处理提示较慢。</translation>
    </message>
    <message>
        <source>{cpu} has {cores} cores for {devices} accelerators, which want {wanted}: it may not keep them busy.</source>
        <translation>{cpu} 以 {cores} 个核心服务 {devices} 个加速器，后者需要 {wanted} 个：可能喂不饱它们。</translation>
    </message>
    <message>
        <source>The engine&apos;s own work on {cpu} takes {share} % of a step: cores with a higher clock help more than a faster accelerator.</source>
        <translation>引擎自身在 {cpu} 上的工作占每步的 {share}%：更高主频的核心比更快的加速器更有帮助。</translation>
    </message>
    <message>
        <source>{memory} of RAM for {cards} of accelerators&apos; memory: guides to training ask for twice that; this work needs {need} at its peak.</source>
        <translation>加速器显存共 {cards}，内存为 {memory}：训练指南要求两倍于显存；本任务峰值需要 {need}。</translation>
    </message>
    <message>
        <source>Starting the model takes about {seconds} s: the drive reads {rate}.</source>
        <translation>启动模型约需 {seconds} 秒：硬盘读取速率 {rate}。</translation>
    </message>
    <message>
        <source>Not verified: whether {device} computes in {format}.</source>
        <translation>未核实：{device} 能否以 {format} 计算。</translation>
    </message>
    <message>
        <source>{device} has compute capability {capability}; engines run {format} from {needed} on.</source>
        <translation>{device} 的计算能力为 {capability}；引擎从 {needed} 起才支持 {format}。</translation>
    </message>
    <message>
        <source>{device} (compute capability {capability}) widens {format} to 16 bits: it saves memory, but prompts are no faster. From {needed} on it is native.</source>
        <translation>{device}（计算能力 {capability}）将 {format} 扩展为 16 位计算：节省显存，但处理提示不会更快。从 {needed} 起原生支持。</translation>
    </message>
    <message>
        <source>{kit} is rated {speed} MT/s; {cpu} on this board is specified for {most}, and is counted with that.</source>
        <translation>{kit} 标称 {speed} MT/s；{cpu} 在此主板上规格为 {most}，按此计算。</translation>
    </message>
    <message>
        <source>A cap of {cap} is below 40 % of the {power} of {accelerator}: its driver may refuse it, and answers become slow.</source>
        <translation>{cap} 的上限低于 {accelerator} 的 {power} 的 40%：驱动可能拒绝，且回答变慢。</translation>
    </message>
    <message>
        <source>Counted with accelerators held to {cap} each; {accelerator} may draw {power}.</source>
        <translation>按每个加速器限制为 {cap} 计算；{accelerator} 最多可达 {power}。</translation>
    </message>
    <message>
        <source>Not verified: what a cap of {cap} changes. The power of {accelerator} is unknown.</source>
        <translation>未核实：{cap} 的上限有何影响。{accelerator} 的功率未知。</translation>
    </message>
    <message>
        <source>{cards} cards of double width; {case} holds {most}.</source>
        <translation>{cards} 张双槽卡；{case} 最多容纳 {most} 张。</translation>
    </message>
    <message>
        <source>{cards} of full height do not stand upright in {case} of {units} rack units: it takes low cards, or cards on risers.</source>
        <translation>全高的 {cards} 无法竖直装入 {units}U 的 {case}：只能用半高卡或经转接卡安装。</translation>
    </message>
    <message>
        <source>{card} leaves {left} in {case}: cables and a front fan may be in the way.</source>
        <translation>{card} 在 {case} 中只剩 {left}：线缆和前置风扇可能会碍事。</translation>
    </message>
    <message>
        <source>{cooler} has a radiator of {radiator}; {case} takes {taken}.</source>
        <translation>{cooler} 的冷排为 {radiator}；{case} 支持 {taken}。</translation>
    </message>
    <message>
        <source>{board} is {formFactor}; asked for was {wanted}.</source>
        <translation>{board} 为 {formFactor}；要求的是 {wanted}。</translation>
    </message>
    <message>
        <source>The maker of {board} doesn&apos;t list {family}, which {cpu} is of.</source>
        <translation>{board} 的厂商未列出 {cpu} 所属的 {family}。</translation>
    </message>
    <message>
        <source>Not verified: whether {board} starts with {cpu}.</source>
        <translation>未核实：{board} 能否用 {cpu} 启动。</translation>
    </message>
    <message>
        <source>{board} needs newer firmware for {cpu}; it can be renewed without a CPU that it knows.</source>
        <translation>{board} 需要更新固件才支持 {cpu}；无需旧 CPU 即可更新。</translation>
    </message>
    <message>
        <source>{board} may not start with {cpu}: it needs newer firmware, which can only be put on it with an older CPU. Ask the seller for it.</source>
        <translation>{board} 可能无法用 {cpu} 启动：需要更新固件，而更新须用旧 CPU。请向卖家索要新固件。</translation>
    </message>
    <message>
        <source>{board} needs newer firmware for {cpu}. Not verified: whether it can be renewed without an older CPU.</source>
        <translation>{board} 需要更新固件才支持 {cpu}。未核实：没有旧 CPU 能否更新。</translation>
    </message>
    <message>
        <source>{count} power supplies; {case} has places for {places}.</source>
        <translation>{count} 个电源；{case} 只有 {places} 个位置。</translation>
    </message>
    <message>
        <source>{supply} is {length} long; {case} takes power supplies up to {most}.</source>
        <translation>{supply} 长 {length}；{case} 最多支持 {most} 的电源。</translation>
    </message>
    <message>
        <source>Not verified: whether {supply} is short enough for {case} ({most}).</source>
        <translation>未核实：{supply} 是否短到可装入 {case}（{most}）。</translation>
    </message>
    <message>
        <source>{case} comes with {count} power supplies: {supply} may be needless.</source>
        <translation>{case} 自带 {count} 个电源：{supply} 可能多余。</translation>
    </message>
    <message>
        <source>The parts draw up to {load}; the power supplies of {case} should carry {usable} for long, one of them being a spare.</source>
        <translation>部件最多消耗 {load}；{case} 自带电源可持续承载 {usable}，其中一个为备用。</translation>
    </message>
    <message>
        <source>Not verified: whether the power supplies of {case} carry {load}.</source>
        <translation>未核实：{case} 自带的电源能否承载 {load}。</translation>
    </message>
    <message>
        <source>Not verified: whether {supply} has the leads that the cards need. Known are {there}.</source>
        <translation>未核实：{supply} 是否有这些卡所需的供电线。已知有 {there}。</translation>
    </message>
    <message>
        <source>A card draws {draw} over a 16-pin lead; those of {supply} carry {rating}.</source>
        <translation>一张卡经 16 针供电线取电 {draw}；{supply} 的供电线承载 {rating}。</translation>
    </message>
    <message>
        <source>Not verified: whether a 16-pin lead of {supply} carries {draw}.</source>
        <translation>未核实：{supply} 的 16 针供电线能否承载 {draw}。</translation>
    </message>
    <message>
        <source>{supply} is older than ATX 3.0, which cards like {card} are made for.</source>
        <translation>{supply} 早于 ATX 3.0，而 {card} 之类的卡按 ATX 3.0 设计。</translation>
    </message>
    <message>
        <source>{cards} stand on {board} without a free slot between them, and breathe each other&apos;s heat: cards with a blower do better.</source>
        <translation>{cards} 在 {board} 上之间没有空槽，互相吸入热风：涡轮风扇卡更合适。</translation>
    </message>
    <message>
        <source>Not verified: whether {cards} have a free slot between them on {board}.</source>
        <translation>未核实：{cards} 在 {board} 上之间是否有空槽。</translation>
    </message>
    <message>
        <source>{card} reaches to slot {position} of {case}, which has {slots}.</source>
        <translation>{card} 占到 {case} 的第 {position} 槽，而它只有 {slots} 槽。</translation>
    </message>
    <message>
        <source>{count} cards need firmware that places their memory above 4 GiB (above 4G decoding, resizable BAR): try it on {board} before all are bought.</source>
        <translation>{count} 张卡需要固件将其显存映射到 4 GiB 以上（Above 4G Decoding、Resizable BAR）：全部购买前先在 {board} 上试一试。</translation>
    </message>
    <message>
        <source>{board} can split its slots into {links} links of eight lanes: with risers, and room outside a common case, they serve {cards} cards.</source>
        <translation>{board} 可将插槽拆分为 {links} 个八通道链路：配合转接线及普通机箱以外的空间，可接 {cards} 张卡。</translation>
    </message>
    <message>
        <source>{split} cards on the sockets of {board}: bind each one&apos;s process to its own CPU and memory (numactl); traffic between the sockets is slower.</source>
        <translation>{board} 各插座上的卡分布为 {split}：请将各卡的进程绑定到自己的 CPU 和内存（numactl）；插座之间的传输较慢。</translation>
    </message>
    <message>
        <source>Not verified: which CPU the slots of {board} belong to.</source>
        <translation>未核实：{board} 的插槽各属于哪个 CPU。</translation>
    </message>
    <message>
        <source>{card} is on socket {socket}, and no accelerator is: its data cross between the sockets.</source>
        <translation>{card} 在插座 {socket} 上，而该插座没有加速器：数据须跨插座传输。</translation>
    </message>
    <message>
        <source>{card} gets {link}, less than a port of {gigabits} carries.</source>
        <translation>{card} 得到 {link}，低于一个 {gigabits} 端口的速率。</translation>
    </message>
    <message>
        <source>{drives} SATA drives; {board} has {ports} ports for them.</source>
        <translation>{drives} 块 SATA 硬盘；{board} 有 {ports} 个接口。</translation>
    </message>
    <message>
        <source>Not verified: whether {board} has SATA ports for {drives} drives.</source>
        <translation>未核实：{board} 是否有供 {drives} 块硬盘使用的 SATA 接口。</translation>
    </message>
    <message>
        <source>{drives} drives for cables (U.2, U.3); {board} takes {places}. The others need a card.</source>
        <translation>{drives} 块线缆连接的硬盘（U.2、U.3）；{board} 可接 {places} 块。其余需要扩展卡。</translation>
    </message>
    <message>
        <source>Not verified: whether {board} has sockets for {drives} U.2 or U.3 drives.</source>
        <translation>未核实：{board} 是否有供 {drives} 块 U.2 或 U.3 硬盘使用的接口。</translation>
    </message>
    <message>
        <source>{drives} drives; {case} has {bays} bays that take them.</source>
        <translation>{drives} 块硬盘；{case} 有 {bays} 个适合的盘位。</translation>
    </message>
    <message>
        <source>Not verified: whether {case} has bays for {drives} drives.</source>
        <translation>未核实：{case} 是否有供 {drives} 块硬盘使用的盘位。</translation>
    </message>
    <message>
        <source>{drives} M.2 drives and the cards can&apos;t all have their lanes: on {board}, {used} takes lanes from {affected}.</source>
        <translation>{drives} 块 M.2 硬盘和卡无法都得到所需通道：在 {board} 上，{used} 占用 {affected} 的通道。</translation>
    </message>
    <message>
        <source>The machine draws {wall} at the wall; a circuit of {volts} and {amperes} carries {circuit} for long.</source>
        <translation>机器的墙插功耗为 {wall}；{volts}、{amperes} 的电路可持续承载 {circuit}。</translation>
    </message>
    <message>
        <source>At {volts}, {supply} gives {rating}; the parts draw up to {load}.</source>
        <translation>在 {volts} 下 {supply} 输出 {rating}；部件最多消耗 {load}。</translation>
    </message>
    <message>
        <source>{supply} has a C20 inlet: it needs a C19 cord and an outlet of 16 A, not the usual C13.</source>
        <translation>{supply} 采用 C20 插口：需要 C19 电源线和 16 A 插座，而非常见的 C13。</translation>
    </message>
    <message>
        <source>The room gets {wall} of heat, {heat} BTU an hour: more than a small air conditioner carries away.</source>
        <translation>房间将得到 {wall} 的热量，即每小时 {heat} BTU：超出小型空调的能力。</translation>
    </message>
    <message>
        <source>The catalog has nothing that is surely {name}.</source>
        <translation>目录中没有能确认是 {name} 的部件。</translation>
    </message>
    <message>
        <source>{name} is taken for {part}: the system doesn&apos;t tell it from others like it.</source>
        <translation>将 {name} 视为 {part}：系统无法将它与类似部件区分。</translation>
    </message>
    <message>
        <source>This is a virtual machine: it sees a share of the hardware, or something else in its place.</source>
        <translation>这是虚拟机：它只看到部分硬件，或看到的是替代品。</translation>
    </message>
    <message>
        <source>The system doesn&apos;t name its CPU.</source>
        <translation>系统未说明其 CPU。</translation>
    </message>
    <message>
        <source>The system doesn&apos;t name its board.</source>
        <translation>系统未说明其主板。</translation>
    </message>
    <message>
        <source>No system says which power supply, case and CPU coolers it has: add them for a full check.</source>
        <translation>系统不会说明电源、机箱和 CPU 散热器：请补充以便全面检查。</translation>
    </message>
    <message>
        <source>{drives}: hard disks read some 0.2 GB/s, and every start of a model waits for that.</source>
        <translation>{drives}：机械硬盘读取约 0.2 GB/s，每次启动模型都要等待。</translation>
    </message>
    <message>
        <source>The own machines answer {share} % of the requests. What owning costs is for these alone; the cloud and hosted APIs answer all.</source>
        <translation>自有机器只能处理 {share} % 的请求。自建费用仅针对这部分请求；云端和托管 API 则处理全部请求。</translation>
    </message>
    <message>
        <source>Of {offers} cloud offers, {hold} hold the model, and none on demand is known to be as fast as is asked for: owning is not compared with the cloud.</source>
        <translation>{offers} 个云实例中有 {hold} 个能容纳该模型，但没有按需实例已知能达到所要求的速度：自建未与云端比较。</translation>
    </message>
    <message>
        <source>Cloud offers that are not compared: {count}. Too small for the model: {small}, too slow: {slow}, in other regions: {regions}, with accelerators that nobody states: {unknown}.</source>
        <translation>未参与比较的云实例：{count} 个。其中装不下模型：{small}，太慢：{slow}，位于其他区域：{regions}，加速器不明：{unknown}。</translation>
    </message>
    <message>
        <source>Nobody in the catalog hosts {model}. Hosted APIs are compared with {hosted}, of the same family: its answers are others.</source>
        <translation>目录中没有任何服务商托管 {model}。此处改与同系列的 {hosted} 的托管 API 比较：其回答会有所不同。</translation>
    </message>
    <message>
        <source>Nobody in the catalog hosts {model} or another of its family. Hosted APIs are compared with {hosted}, of about the same size: its answers are others.</source>
        <translation>目录中没有任何服务商托管 {model} 或其同系列模型。此处改与规模相近的 {hosted} 的托管 API 比较：其回答会有所不同。</translation>
    </message>
    <message>
        <source>Nobody checked the electricity tariff of {country}, {tariff} {currency} a kWh. Enter what your contract says.</source>
        <translation>{country} 的电价（每 kWh {tariff} {currency}）未经核对。请按您的合同填写。</translation>
    </message>
    <message>
        <source>Carbon is an estimate: power that is estimated, times the yearly mean of a country&apos;s electricity, without making the hardware.</source>
        <translation>碳排放为估算：以估算的功率乘以该国电力的年均值，不含硬件制造。</translation>
    </message>
    <message>
        <source>Today&apos;s prices of clouds and hosted APIs are taken to hold for {years} years. Nobody sells them for longer than {limit} years.</source>
        <translation>假定云端和托管 API 的现价在 {years} 年内不变，但没有服务商的售卖期限超过 {limit} 年。</translation>
    </message>
    <message>
        <source>llama-server takes at most {most} sequences at once unless it is built for more (LLAMA_MAX_SEQ); {asked} are asked for.</source>
        <translation>llama-server 默认最多同时处理 {most} 个序列，除非编译时放宽（LLAMA_MAX_SEQ）；此处要求 {asked} 个。</translation>
    </message>
    <message>
        <source>llama-server&apos;s -c is a 32-bit number; {tokens} tokens don&apos;t go into it.</source>
        <translation>llama-server 的 -c 是 32 位数，容不下 {tokens} 个词元。</translation>
    </message>
    <message>
        <source>-c is the cache of all {slots} sequences together, {each} tokens for each. --kv-unified and --no-kv-unified are named because -np switches what llama-server does without them (since the end of 2025).</source>
        <translation>-c 是全部 {slots} 个序列共用的缓存，每个 {each} 词元。之所以写明 --kv-unified 或 --no-kv-unified，是因为（自 2025 年底起）-np 会改变 llama-server 的默认行为。</translation>
    </message>
    <message>
        <source>llama.cpp counts the output head as the first layer of -ngl (since the end of 2025): -ngl {all} puts {layers} layers on accelerators, and --override-tensor keeps the head in RAM as planned. Older ones want -ngl {layers} and no --override-tensor.</source>
        <translation>llama.cpp（自 2025 年底起）把输出头算作 -ngl 的第一层：-ngl {all} 将 {layers} 层放到加速卡上，--override-tensor 按规划把输出头留在内存。更早的版本请用 -ngl {layers}，不加 --override-tensor。</translation>
    </message>
    <message>
        <source>The options are those of llama.cpp from the end of 2025 on; -fa with a word and --n-cpu-moe came in August and September 2025.</source>
        <translation>这些选项适用于 2025 年底及以后的 llama.cpp；带取值的 -fa 与 --n-cpu-moe 分别于 2025 年 8 月和 9 月加入。</translation>
    </message>
    <message>
        <source>llama-bench makes its cache as long as prompt and output need, not {context} tokens; -d fills it beforehand.</source>
        <translation>llama-bench 的缓存只有提示词与输出所需的长度，而非 {context} 词元；-d 可预先填充。</translation>
    </message>
    <message>
        <source>The model does not fit on this machine as asked: there is nothing to start.</source>
        <translation>按要求模型放不进这台整机：没有可启动的内容。</translation>
    </message>
    <message>
        <source>No repository is known that holds {model} as {weights}: put its name, or a folder, in place of &lt;MODEL&gt;.</source>
        <translation>没有已知的仓库以 {weights} 提供 {model}：请用其名称或文件夹替换 &lt;MODEL&gt;。</translation>
    </message>
    <message>
        <source>{engine} refuses a context of {context}: the model&apos;s own is {own} tokens, unless its rotary embedding is told to scale.</source>
        <translation>{engine} 会拒绝 {context} 的上下文：模型自身为 {own} 词元，除非设置旋转位置编码缩放。</translation>
    </message>
    <message>
        <source>{engine} takes one type for keys and values: {keys} is used for both, not {values} for values.</source>
        <translation>{engine} 的 K 与 V 只能用同一类型：两者都用 {keys}，而不是对 V 使用 {values}。</translation>
    </message>
    <message>
        <source>The compose file names an image without a fixed version ({image}): put the tag in that you have tested, so that a restart doesn&apos;t change it.</source>
        <translation>compose 文件中的镜像未固定版本（{image}）：请填入您测试过的标签，以免重启后版本改变。</translation>
    </message>
    <message>
        <source>Docker reaches the accelerators through the NVIDIA Container Toolkit.</source>
        <translation>Docker 通过 NVIDIA Container Toolkit 使用加速卡。</translation>
    </message>
    <message>
        <source>SGLang&apos;s speculative options depend on the kind of draft, which is not known here: they are left out.</source>
        <translation>SGLang 的投机解码选项取决于草稿的种类，此处未知，故略去。</translation>
    </message>
    <message>
        <source>TensorRT-LLM&apos;s speculative options depend on the kind of draft, which is not known here: they are left out.</source>
        <translation>TensorRT-LLM 的投机解码选项取决于草稿的种类，此处未知，故略去。</translation>
    </message>
    <message>
        <source>trtllm-serve runs one copy of the model: {copies} servers share the machine, each with its own accelerators and port, and something before them has to share the requests out.</source>
        <translation>trtllm-serve 只运行模型的一个副本：{copies} 个服务器共用整机，各有自己的加速卡和端口，前面需要有分发请求的组件。</translation>
    </message>
    <message>
        <source>{engine} has no ZeRO stage 1: the command runs plain copies, which take more.</source>
        <translation>{engine} 没有 ZeRO 阶段 1：命令以普通副本运行，占用更多。</translation>
    </message>
    <message>
        <source>{engine} can&apos;t keep the optimizer alone in RAM: choose DeepSpeed for that.</source>
        <translation>{engine} 不能只把优化器放在内存中：请改用 DeepSpeed。</translation>
    </message>
    <message>
        <source>The optimizer, {value}, is named by {engine}&apos;s configuration, not by the command.</source>
        <translation>优化器 {value} 由 {engine} 的配置指定，而非命令行。</translation>
    </message>
    <message>
        <source>Megatron-LM takes the whole model from its command line: norms, activation, positions and vocabulary of {model} are to be added.</source>
        <translation>Megatron-LM 的整个模型由命令行给出：还须补充 {model} 的归一化、激活、位置编码与词表。</translation>
    </message>
    <message>
        <source>The command does not train adapters with {engine}.</source>
        <translation>该命令不使用 {engine} 训练适配器。</translation>
    </message>
    <message>
        <source>The command does not tell {engine} of tensor, pipeline and context parallelism.</source>
        <translation>该命令未向 {engine} 指定张量、流水线和上下文并行。</translation>
    </message>
    <message>
        <source>{engine} computes all activations anew, not a selection: slower and smaller.</source>
        <translation>{engine} 会重新计算全部激活值，而非一部分：更慢但更省内存。</translation>
    </message>
    <message>
        <source>The command does not put {engine}&apos;s optimizer step into the backward pass.</source>
        <translation>该命令不把 {engine} 的优化器步骤并入反向传播。</translation>
    </message>
    <message>
        <source>The command leaves {engine}&apos;s matrices in 16 bits, not in FP8.</source>
        <translation>该命令中 {engine} 的矩阵保持 16 位，而非 FP8。</translation>
    </message>
    <message>
        <source>The command does not choose {engine}&apos;s loss; the plan&apos;s takes less memory.</source>
        <translation>该命令不选择 {engine} 的损失函数；规划所用的更省内存。</translation>
    </message>
    <message>
        <source>The script begins with a checkpoint: training from the start needs one of your own.</source>
        <translation>该脚本从检查点开始：从头训练需要您自己的脚本。</translation>
    </message>
    <message>
        <source>The trainer has no optimizer {value}: it is left out.</source>
        <translation>训练器没有优化器 {value}：已略去。</translation>
    </message>
    <message>
        <source>Training without an accelerator: there is no command for it here.</source>
        <translation>没有加速卡的训练：此处没有相应命令。</translation>
    </message>
    <message>
        <source>What is in angle brackets is yours to put in: data, folders, configurations. Learning rate and length of the run are not planned here.</source>
        <translation>尖括号中的内容由您填写：数据、文件夹、配置。学习率与训练时长不在此规划。</translation>
    </message>
    <message>
        <source>vLLM runs on a CPU only as a build for CPUs.</source>
        <translation>vLLM 只有专为 CPU 构建的版本才能在 CPU 上运行。</translation>
    </message>
    <message>
        <source>Which draft model is used is yours to say: put it in place of &lt;DRAFT-MODEL&gt;.</source>
        <translation>使用哪个草稿模型由您决定：请替换 &lt;DRAFT-MODEL&gt;。</translation>
    </message>
    <message>
        <source>--max-num-seqs and --max-num-batched-tokens hold for each of the {copies} copies.</source>
        <translation>--max-num-seqs 与 --max-num-batched-tokens 对 {copies} 个副本中的每一个有效。</translation>
    </message>
    <message>
        <source>{engine} is a library without a server of its own that could be told this placement: device_map=&quot;auto&quot; lays the layers out as planned.</source>
        <translation>{engine} 是库，没有可指定此放置方式的服务器：device_map=&quot;auto&quot; 会按规划分布各层。</translation>
    </message>
    <message>
        <source>The command counts on the accelerators in this order: {names}. Engines number them by themselves; with CUDA_DEVICE_ORDER=PCI_BUS_ID and CUDA_VISIBLE_DEVICES the order is yours.</source>
        <translation>该命令假定加速卡的顺序为：{names}。引擎会自行编号；用 CUDA_DEVICE_ORDER=PCI_BUS_ID 与 CUDA_VISIBLE_DEVICES 可自定顺序。</translation>
    </message>
    <message>
        <source>“{text}” is no price.</source>
        <translation>“{text}”不是价格。</translation>
    </message>
    <message>
        <source>“{text}” can mean thousands or decimals: which is it?</source>
        <translation>“{text}”可能是千位分隔或小数：请确认。</translation>
    </message>
    <message>
        <source>“{text}” has no currency, and the form names none.</source>
        <translation>“{text}”没有币种，表格也未注明。</translation>
    </message>
    <message>
        <source>“{text}” is shown in {mark}, but the form says {currency}: which is it?</source>
        <translation>“{text}”显示为 {mark}，但表格写的是 {currency}：请确认。</translation>
    </message>
    <message>
        <source>“{text}” has more decimals than {currency} has.</source>
        <translation>“{text}”的小数位多于 {currency}。</translation>
    </message>
    <message>
        <source>“{text}” is a share: expected a price.</source>
        <translation>“{text}”是百分比：此处应为价格。</translation>
    </message>
    <message>
        <source>“{text}” is no currency that is known here.</source>
        <translation>“{text}”不是已知的币种。</translation>
    </message>
    <message>
        <source>“{text}” stands for several currencies.</source>
        <translation>“{text}”可指多种货币。</translation>
    </message>
    <message>
        <source>A formula without a result stands where a price is expected: open and save the file in a spreadsheet program.</source>
        <translation>价格处是没有结果的公式：请用电子表格软件打开并保存该文件。</translation>
    </message>
    <message>
        <source>“{text}” is no date: expected one such as 2026-12-31.</source>
        <translation>“{text}”不是日期：应形如 2026-12-31。</translation>
    </message>
    <message>
        <source>In “{text}” day and month can&apos;t be told apart: which is it?</source>
        <translation>“{text}”中无法区分日和月：请确认。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>The catalog doesn&apos;t know {offered}.</source>
        <translation>目录中没有 {offered}。</translation>
    </message>
    <message>
        <source>The price is for {quoted} units, and {needed} are needed.</source>
        <translation>该价格对应 {quoted} 件，而需要 {needed} 件。</translation>
    </message>
    <message>
        <source>The form names no supplier.</source>
        <translation>表格未注明供应商。</translation>
    </message>
    <message>
        <source>The form answers request “{answered}”, not “{asked}”.</source>
        <translation>该表格答复的是询价“{answered}”，而非“{asked}”。</translation>
    </message>
    <message>
        <source>The date of the quote isn&apos;t clear (“{text}”): that of the request counts, {date}.</source>
        <translation>报价日期不明确（“{text}”）：以询价日期 {date} 为准。</translation>
    </message>
    <message>
        <source>The quote is valid until {until}, before its date {date}.</source>
        <translation>报价有效期至 {until}，早于其日期 {date}。</translation>
    </message>
    <message>
        <source>{price} is below zero.</source>
        <translation>{price} 小于零。</translation>
    </message>
    <message>
        <source>{price} is no price: leave the cell empty where nothing is offered.</source>
        <translation>{price} 不是价格：不报价时请留空。</translation>
    </message>
    <message>
        <source>{price} is beyond every price.</source>
        <translation>{price} 超出任何可能的价格。</translation>
    </message>
    <message>
        <source>There is no exchange rate for {currency}: its prices can&apos;t be compared.</source>
        <translation>没有 {currency} 的汇率：其价格无法比较。</translation>
    </message>
    <message>
        <source>The row has no line that it answers (price “{price}”).</source>
        <translation>该行没有对应的询价行（价格“{price}”）。</translation>
    </message>
    <message>
        <source>Line “{line}” was not asked for (price “{price}”).</source>
        <translation>未曾询价“{line}”（价格“{price}”）。</translation>
    </message>
    <message>
        <source>Line “{line}” is answered in {count} rows: which one counts? (price “{price}”)</source>
        <translation>“{line}”在 {count} 行中有答复：以哪一行为准？（价格“{price}”）</translation>
    </message>
    <message>
        <source>Cells of several rows are joined: for which line is it?</source>
        <translation>多行单元格被合并：对应哪一行？</translation>
    </message>
    <message>
        <source>The row is for a quantity of “{said}”, and {asked} are asked for (price “{price}”).</source>
        <translation>该行数量为“{said}”，而询价数量为 {asked}（价格“{price}”）。</translation>
    </message>
    <message>
        <source>Until when the price {price} holds isn&apos;t clear: see the validity of the quote.</source>
        <translation>价格 {price} 的有效期不明确：请看报价的有效期。</translation>
    </message>
    <message>
        <source>The price is valid until {until}, before the quote&apos;s date {date}.</source>
        <translation>价格有效期至 {until}，早于报价日期 {date}。</translation>
    </message>
    <message>
        <source>The lead time “{text}” is not taken: expected 0 to {most} days.</source>
        <translation>未采用交期“{text}”：应为 0 至 {most} 天。</translation>
    </message>
    <message>
        <source>“{number}” is the part number of {other}, which was not asked for: is it meant as a substitute?</source>
        <translation>“{number}”是 {other} 的料号，并未询价：是否作为替代件？</translation>
    </message>
    <message>
        <source>The part number offered is “{number}”, and “{asked}” was asked for.</source>
        <translation>所报料号为“{number}”，而询价的是“{asked}”。</translation>
    </message>
    <message>
        <source>The catalog doesn&apos;t know the substitute “{offered}”: its price doesn&apos;t count until it does.</source>
        <translation>目录中没有替代件“{offered}”：在收录之前其价格不计入。</translation>
    </message>
    <message>
        <source>“{offered}” can be {candidates}: its price doesn&apos;t count until it is clear which.</source>
        <translation>“{offered}”可能是 {candidates}：明确之前其价格不计入。</translation>
    </message>
    <message>
        <source>{price} is far from the price that is known, {known}.</source>
        <translation>{price} 与已知价格 {known} 相差很大。</translation>
    </message>
    <message>
        <source>The machine with the substitute can&apos;t be checked: {reason}.</source>
        <translation>换用替代件后的整机无法检查：{reason}。</translation>
    </message>
    <message>
        <source>{offered} is a part of another kind ({offeredKind}, not {askedKind}).</source>
        <translation>{offered} 是另一类部件（{offeredKind}，而非 {askedKind}）。</translation>
    </message>
    <message>
        <source>Of the project: {problem}.</source>
        <translation>项目：{problem}。</translation>
    </message>
    <message>
        <source>{nodes} servers that know nothing of each other: something before them hands the requests out evenly. {first} to {last} are the machines&apos; addresses: yours are to be put in.</source>
        <translation>{nodes} 个互不相干的服务：由其前端将请求均匀分发。{first} 至 {last} 是各整机的地址，请填入您的地址。</translation>
    </message>
    <message>
        <source>There is a command for each machine. In angle brackets stand the machines&apos; addresses, {first} to {last}: yours are to be put in.</source>
        <translation>每台整机各有一条命令。尖括号中是各整机的地址（{first} 至 {last}），请填入您的地址。</translation>
    </message>
    <message>
        <source>The rpc-servers of the other machines are started before machine 0.</source>
        <translation>先启动其他整机上的 rpc-server，再启动整机 0。</translation>
    </message>
    <message>
        <source>Which draft model is used is yours to say: put its file in place of &lt;DRAFT-MODEL&gt;. Since 2026 llama-server needs --spec-type to use it; older ones know no such option and call the number of tokens --draft-max.</source>
        <translation>使用哪个草稿模型由您决定：用其文件替换 &lt;DRAFT-MODEL&gt;。自 2026 年起 llama-server 需要 --spec-type 才会使用它；更早的版本没有该选项，词元数的选项名为 --draft-max。</translation>
    </message>
    <message>
        <source>--load-mode none came in July 2026; older builds of llama.cpp call it --no-mmap (llama-bench: --mmap 0).</source>
        <translation>--load-mode none 于 2026 年 7 月引入；更早的 llama.cpp 用 --no-mmap（llama-bench 用 --mmap 0）。</translation>
    </message>
    <message>
        <source>The settings are those of torchtitan 0.2; newer ones name the model by --module and --config in place of --job.config_file, and some settings anew.</source>
        <translation>这些设置适用于 torchtitan 0.2；更新的版本用 --module 和 --config 代替 --job.config_file 指定模型，部分设置也已改名。</translation>
    </message>
    <message>
        <source>torchtune is no longer developed since 2025; that its last version takes these settings is unverified.</source>
        <translation>torchtune 自 2025 年起已停止开发；其最后版本是否接受这些设置未经核实。</translation>
    </message>
    <message>
        <source>The command runs TRL&apos;s script for supervised fine-tuning with the options of 2026 (TRL 1.1); a script of your own on the Transformers trainer takes the same arguments, but for TRL&apos;s --max_length, --loss_type and --activation_offloading.</source>
        <translation>该命令运行 TRL 的监督微调脚本，使用 2026 年的选项（TRL 1.1）；基于 Transformers trainer 的自有脚本接受同样的参数，但 TRL 的 --max_length、--loss_type 和 --activation_offloading 除外。</translation>
    </message>
    <message>
        <source>The commands and checks are for a Linux shell. On Windows the same options stand after llama-server.exe, in PowerShell with ` in place of \ at the ends of lines.</source>
        <translation>命令和检查适用于 Linux 的 shell。在 Windows 上，将同样的选项写在 llama-server.exe 之后，在 PowerShell 中行末用 ` 代替 \。</translation>
    </message>
    <message>
        <source>The commands and checks are for a Linux shell; on Windows that is WSL 2.</source>
        <translation>命令和检查适用于 Linux 的 shell；在 Windows 上请使用 WSL 2。</translation>
    </message>
    <message>
        <source>This is the first of the project&apos;s {count} kinds of machine.</source>
        <translation>以下是项目 {count} 种整机中的第一种。</translation>
    </message>
</context>
<context>
    <name>ImportReason</name>
    <message>
        <source>hidden size by heads</source>
        <translation>隐藏维度除以头数</translation>
    </message>
    <message>
        <source>the model type&apos;s code always has the gate</source>
        <translation>该模型类型的代码总带有此门控</translation>
    </message>
    <message>
        <source>four times the hidden size</source>
        <translation>隐藏维度的四倍</translation>
    </message>
    <message>
        <source>the tables that route by token are no weights and are not counted</source>
        <translation>按词元路由的表不是权重，未计入</translation>
    </message>
    <message>
        <source>not known: read as a decoder of Llama&apos;s kind</source>
        <translation>未知类型：按 Llama 类解码器读取</translation>
    </message>
    <message>
        <source>the pattern of this model type</source>
        <translation>该模型类型的层排列方式</translation>
    </message>
    <message>
        <source>whether sliding layers have heads of their own</source>
        <translation>滑动窗口层是否有自己的头数</translation>
    </message>
    <message>
        <source>what the modules for multi-token prediction are made of</source>
        <translation>多词元预测模块的构成</translation>
    </message>
    <message>
        <source>the published checkpoints of this type carry no such modules</source>
        <translation>该类型已发布的检查点不含此类模块</translation>
    </message>
    <message>
        <source>how the weights are stored</source>
        <translation>权重的存储方式</translation>
    </message>
    <message>
        <source>its layers are stored in several ways or in one that we don&apos;t know: %1</source>
        <translation>各层以多种方式存储，或采用未知方式：%1</translation>
    </message>
    <message>
        <source>the default of the class of %1</source>
        <translation>%1 类的默认值</translation>
    </message>
    <message>
        <source>the class default</source>
        <translation>类的默认值</translation>
    </message>
    <message>
        <source>inner width by heads</source>
        <translation>内部宽度除以头数</translation>
    </message>
    <message>
        <source>entries of %1</source>
        <translation>%1 的条目数</translation>
    </message>
    <message>
        <source>the longest context that the model was made for</source>
        <translation>模型设计支持的最长上下文</translation>
    </message>
    <message>
        <source>the default of the model type</source>
        <translation>该模型类型的默认值</translation>
    </message>
    <message>
        <source>the file doesn&apos;t say how the encoder joins the text model</source>
        <translation>文件未说明编码器如何接入文本模型</translation>
    </message>
    <message>
        <source>the size of the encoder</source>
        <translation>编码器的规模</translation>
    </message>
    <message>
        <source>as many as query heads</source>
        <translation>与查询头数相同</translation>
    </message>
    <message>
        <source>each fourth layer is full in this model type</source>
        <translation>该模型类型每四层有一层为完整注意力</translation>
    </message>
    <message>
        <source>the file is of a mix of its own, %1 bits per weight where the stock one has %2: its own tensors are counted</source>
        <translation>文件采用自己的混合方式，每权重 %1 位，而标准为 %2 位：按其自身张量计算</translation>
    </message>
    <message>
        <source>its number %1 is unknown; nearest to the file&apos;s %2 bits per weight, whose own tensors are counted</source>
        <translation>编号 %1 未知；取最接近文件每权重 %2 位的类型，按其自身张量计算</translation>
    </message>
    <message>
        <source>absent; nearest to the file&apos;s %1 bits per weight, whose own tensors are counted</source>
        <translation>缺失；取最接近文件每权重 %1 位的类型，按其自身张量计算</translation>
    </message>
    <message>
        <source>llama.cpp uses a window only where it knows which layers have it</source>
        <translation>llama.cpp 只在知道哪些层有窗口时才使用窗口</translation>
    </message>
    <message>
        <source>llama.cpp has it in its code for %1</source>
        <translation>llama.cpp 在 %1 的代码中规定</translation>
    </message>
    <message>
        <source>the file doesn&apos;t say how much context the model has</source>
        <translation>文件未说明模型的上下文长度</translation>
    </message>
    <message>
        <source>the file is from before llama.cpp kept MLA&apos;s compressed vector alone</source>
        <translation>文件早于 llama.cpp 只保存 MLA 压缩向量的版本</translation>
    </message>
    <message>
        <source>the file ends at offset %1, its last tensor at %2</source>
        <translation>文件在偏移 %1 处结束，最后一个张量在 %2</translation>
    </message>
    <message>
        <source>no format is known that stores its weights as %1: sizes are computed for the format that is asked for</source>
        <translation>没有已知格式以 %1 存储权重：按所选格式计算大小</translation>
    </message>
    <message>
        <source>the tensors of the parts add up to this, whatever the index says</source>
        <translation>各部分张量之和如此，以此为准而非索引</translation>
    </message>
    <message>
        <source>the files that the index names are not beside it: sizes follow from config.json</source>
        <translation>索引所列文件不在旁边：大小按 config.json 推算</translation>
    </message>
    <message>
        <source>the width of a head is not in the shapes</source>
        <translation>张量形状中没有头的宽度</translation>
    </message>
    <message>
        <source>not in the tensors; config.json says it</source>
        <translation>张量中没有；config.json 中有</translation>
    </message>
    <message>
        <source>not in the tensors; full attention is counted</source>
        <translation>张量中没有；按完整注意力计算</translation>
    </message>
    <message>
        <source>experts for images are not counted</source>
        <translation>图像专家未计入</translation>
    </message>
    <message>
        <source>full attention in every layer</source>
        <translation>每层均为完整注意力</translation>
    </message>
    <message>
        <source>whole heads in the cache</source>
        <translation>缓存保存完整的头</translation>
    </message>
    <message>
        <source>one matrix</source>
        <translation>一个矩阵</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
</context>
<context>
    <name>Launch</name>
    <message>
        <source>{size} are free where the model&apos;s files are to lie.</source>
        <translation>存放模型文件处有 {size} 空闲空间。</translation>
    </message>
    <message>
        <source>{need} of RAM are free while the model loads.</source>
        <translation>加载模型时有 {need} 空闲内存。</translation>
    </message>
    <message>
        <source>{weights} of weights are read from RAM at every token: nothing of them may be swapped out.</source>
        <translation>每个词元都要从内存读取 {weights} 权重：任何部分都不得被换出。</translation>
    </message>
    <message>
        <source>Transparent huge pages are on for the weights in RAM.</source>
        <translation>已为内存中的权重启用透明大页。</translation>
    </message>
    <message>
        <source>{sockets} sockets: automatic NUMA balancing is off, and the page cache is dropped before the first start with --numa, so that each socket reads the memory beside it.</source>
        <translation>{sockets} 路：关闭自动 NUMA 平衡，并在首次带 --numa 启动前清空页缓存，使每路 CPU 读取本地内存。</translation>
    </message>
    <message>
        <source>{sockets} sockets: processes run on the socket that their accelerator hangs on (numactl --cpunodebind, --membind).</source>
        <translation>{sockets} 路：进程运行在其加速卡所连接的那一路 CPU 上（numactl --cpunodebind、--membind）。</translation>
    </message>
    <message>
        <source>The driver stays loaded while nothing runs, so that starts are quick and settings are kept.</source>
        <translation>空闲时驱动保持加载，使启动迅速、设置不丢失。</translation>
    </message>
    <message>
        <source>Every accelerator is held to {watts} W, anew after each start of the system.</source>
        <translation>每张加速卡限制为 {watts} W，系统每次启动后重新设置。</translation>
    </message>
    <message>
        <source>The accelerators reach each other over their direct links, not only over PCIe.</source>
        <translation>加速卡之间通过直连链路通信，而不仅通过 PCIe。</translation>
    </message>
    <message>
        <source>The accelerators reach each other over PCIe; the fewer bridges and sockets lie between them, the better.</source>
        <translation>加速卡之间通过 PCIe 通信；相隔的桥和 CPU 越少越好。</translation>
    </message>
    <message>
        <source>The GPU may use {memory} of the RAM: the kernel starts with ttm.pages_limit={pages} ttm.page_pool_size={pages}.</source>
        <translation>GPU 可使用 {memory} 内存：内核启动参数为 ttm.pages_limit={pages} ttm.page_pool_size={pages}。</translation>
    </message>
    <message>
        <source>The started server says that it is well.</source>
        <translation>启动后的服务器报告状态正常。</translation>
    </message>
    <message>
        <source>The speed is measured as the acceptance sheet asks for.</source>
        <translation>按验收表的要求测量速度。</translation>
    </message>
    <message>
        <source>Driver of {name}: the least version is unverified; see what its maker and the engine ask for.</source>
        <translation>{name} 的驱动：最低版本未经核实；请查阅厂商与引擎的要求。</translation>
    </message>
    <message>
        <source>Driver of {name} (compute capability {capability}): {driver} or newer, of branch 580 at most; an engine built with CUDA {cuda} to 12.9, as CUDA 13 dropped it.</source>
        <translation>{name} 的驱动（计算能力 {capability}）：{driver} 或更新，最高至 580 分支；引擎须以 CUDA {cuda} 至 12.9 构建，因为 CUDA 13 已不再支持。</translation>
    </message>
    <message>
        <source>Driver of {name} (compute capability {capability}): {driver} or newer, for an engine built with CUDA {cuda} or newer; one built with a newer CUDA asks for that one&apos;s driver.</source>
        <translation>{name} 的驱动（计算能力 {capability}）：{driver} 或更新，引擎须以 CUDA {cuda} 或更新版本构建；以更新 CUDA 构建的引擎需要相应的驱动。</translation>
    </message>
    <message>
        <source>Driver of {name}: it comes with macOS.</source>
        <translation>{name} 的驱动：随 macOS 提供。</translation>
    </message>
    <message>
        <source>Where other programs compete for RAM, --load-mode mlock (before July 2026: --mlock) keeps the weights there; that needs an unlimited memlock limit.</source>
        <translation>若有其他程序争用内存，--load-mode mlock（2026 年 7 月之前为 --mlock）可将权重锁定在内存中；这需要把 memlock 限制设为无限。</translation>
    </message>
    <message>
        <source>Huge pages don&apos;t apply to a mapped file. With --load-mode none (before July 2026: --no-mmap) the weights lie in memory for which transparent huge pages can be set to always.</source>
        <translation>大页不适用于内存映射的文件。使用 --load-mode none（2026 年 7 月之前为 --no-mmap）时，权重位于可将透明大页设为 always 的内存中。</translation>
    </message>
    <message>
        <source>All {nodes} machines have the same versions of driver, engine and libraries.</source>
        <translation>全部 {nodes} 台整机的驱动、推理引擎和库的版本相同。</translation>
    </message>
    <message>
        <source>The model&apos;s file lies on machine 0 alone; the others keep what it sends them in ~/.cache/llama.cpp/rpc. llama.cpp is built with GGML_RPC=ON.</source>
        <translation>模型文件只需放在整机 0 上；其余整机将收到的内容保存在 ~/.cache/llama.cpp/rpc。llama.cpp 以 GGML_RPC=ON 构建。</translation>
    </message>
    <message>
        <source>The model&apos;s files lie on every machine under the same path, or on a file system that all of them see.</source>
        <translation>模型文件在每台整机上的路径相同，或位于所有整机都能访问的文件系统上。</translation>
    </message>
    <message>
        <source>Each machine has an address in the network between them, and reaches the others; its interface takes the place of {interface}.</source>
        <translation>每台整机在互联网络中都有地址，并能访问其他整机；用其网络接口名替换 {interface}。</translation>
    </message>
    <message>
        <source>Where the network does RDMA (RoCE v2), its port is active; llama.cpp uses it by itself if libibverbs was there when it was built.</source>
        <translation>若网络支持 RDMA（RoCE v2），其端口处于活动状态；只要构建时有 libibverbs，llama.cpp 会自动使用。</translation>
    </message>
    <message>
        <source>Where the network does RDMA, its port is active and NCCL, started with NCCL_DEBUG=INFO, says NET/IB, not NET/Socket.</source>
        <translation>若网络支持 RDMA，其端口处于活动状态；以 NCCL_DEBUG=INFO 启动时，NCCL 显示 NET/IB 而不是 NET/Socket。</translation>
    </message>
    <message>
        <source>Port {port} is open between the machines, and those that NCCL and Gloo choose; to nobody else, as what goes there is neither encrypted nor asked for a password.</source>
        <translation>整机之间开放端口 {port} 以及 NCCL 和 Gloo 选用的端口；对其他任何人都不开放，因为其中的通信既不加密也不验证密码。</translation>
    </message>
    <message>
        <source>Machine 0 reaches each other machine by ssh without a password, where the same container or installation of TensorRT-LLM waits.</source>
        <translation>整机 0 可通过 ssh 免密码登录其他每台整机，那里已备好相同的 TensorRT-LLM 容器或安装。</translation>
    </message>
    <message>
        <source>Driver of {name} (compute capability {capability}): it comes with JetPack {version} or a later release of the same line; the next line dropped it.</source>
        <translation>{name} 的驱动（计算能力 {capability}）：随 JetPack {version} 或同一主版本的后续版本提供；下一个主版本已不再支持。</translation>
    </message>
    <message>
        <source>Driver of {name} (compute capability {capability}): it comes with JetPack {version} or newer, of those that name the module.</source>
        <translation>{name} 的驱动（计算能力 {capability}）：随 JetPack {version} 或更新的、列出该模块的版本提供。</translation>
    </message>
    <message>
        <source>Driver of {name} ({architecture}): amdgpu with ROCm {rocm}, the last that supports the architecture; newer ones are unverified.</source>
        <translation>{name}（{architecture}）的驱动：amdgpu 搭配 ROCm {rocm}，这是支持该架构的最后版本；更新版本未经核实。</translation>
    </message>
    <message>
        <source>Driver of {name} ({architecture}): amdgpu with ROCm {rocm} or newer, the oldest in AMD&apos;s tables with the architecture; not every model of it is named there.</source>
        <translation>{name}（{architecture}）的驱动：amdgpu 搭配 ROCm {rocm} 或更新版本，这是 AMD 兼容表中列出该架构的最早版本；表中并未列出该架构的每个型号。</translation>
    </message>
    <message>
        <source>Driver of {name} ({architecture}): the least version is unverified; llama.cpp is verified on this architecture with oneAPI {oneapi}.</source>
        <translation>{name}（{architecture}）的驱动：最低版本未经核实；llama.cpp 在该架构上以 oneAPI {oneapi} 验证过。</translation>
    </message>
</context>
<context>
    <name>Limit</name>
    <message>
        <source>Without the limit on power at the wall: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若不限墙插功耗：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>Without the limit on power at the wall {machine} does it for {price}.</source>
        <translation>若不限墙插功耗，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>On a stronger circuit: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若用更强的电路：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>On a stronger circuit {machine} does it for {price}.</source>
        <translation>若用更强的电路，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>From any vendor: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若不限厂商：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>From any vendor {machine} does it for {price}.</source>
        <translation>若不限厂商，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>In any kind of case: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若不限机箱类型：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>In any kind of case {machine} does it for {price}.</source>
        <translation>若不限机箱类型，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>On a board of any size: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若不限主板尺寸：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>On a board of any size {machine} does it for {price}.</source>
        <translation>若不限主板尺寸，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>Without ECC memory: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若不要求 ECC 内存：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>Without ECC memory {machine} does it for {price}.</source>
        <translation>若不要求 ECC 内存，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>With part of the model in RAM: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若模型可部分放在内存：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>With part of the model in RAM {machine} does it for {price}.</source>
        <translation>若模型可部分放在内存，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>At any speed: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and {speedNow}.</source>
        <translation>若不限速度：{machine}，{price}，{speed} 词元/秒，现为 {priceNow} 和 {speedNow}。</translation>
    </message>
    <message>
        <source>At any speed {machine} does it for {price}.</source>
        <translation>若不限速度，{machine} 以 {price} 即可胜任。</translation>
    </message>
    <message>
        <source>{more} more buy {machine} for {price}, the cheapest that does it.</source>
        <translation>再加 {more} 可买 {machine}（{price}），是能胜任的最便宜机器。</translation>
    </message>
    <message>
        <source>{more} more buy {machine}: {gain} more memory, and {speed} tokens/s instead of {speedNow}.</source>
        <translation>再加 {more} 可买 {machine}：多 {gain} 显存，{speed} 词元/秒，现为 {speedNow}。</translation>
    </message>
    <message>
        <source>{more} more buy {machine}: {speed} tokens/s instead of {speedNow}.</source>
        <translation>再加 {more} 可买 {machine}：{speed} 词元/秒，现为 {speedNow}。</translation>
    </message>
</context>
<context>
    <name>Measurements</name>
    <message>
        <source>part of the model or its cache lay in RAM</source>
        <translation>模型或其缓存的一部分在内存中</translation>
    </message>
    <message>
        <source>by the program&apos;s count it does not fit the device</source>
        <translation>按本程序的计算，设备装不下</translation>
    </message>
    <message>
        <source>it computed embeddings</source>
        <translation>计算的是嵌入向量</translation>
    </message>
    <message>
        <source>prompt and answer are one figure</source>
        <translation>提示和回答合为一个数值</translation>
    </message>
    <message>
        <source>the accelerator helps with prompts of a model in RAM</source>
        <translation>模型在内存中时，加速器会帮助处理提示</translation>
    </message>
    <message>
        <source>the layers were split by hand</source>
        <translation>层是手动分配的</translation>
    </message>
</context>
<context>
    <name>ProjectError</name>
    <message>
        <source>%1: open in another window (process %2 on %3 since %4)</source>
        <translation>%1：已在另一窗口中打开（进程 %2，主机 %3，自 %4）</translation>
    </message>
    <message>
        <source>%1: open in another window (process %2 since %3)</source>
        <translation>%1：已在另一窗口中打开（进程 %2，自 %3）</translation>
    </message>
    <message>
        <source>%1: open in another window</source>
        <translation>%1：已在另一窗口中打开</translation>
    </message>
    <message>
        <source>%1: can&apos;t be locked: no permission to write in its folder</source>
        <translation>%1：无法锁定：没有写入其文件夹的权限</translation>
    </message>
    <message>
        <source>%1: can&apos;t be locked: its folder is missing, full or read-only</source>
        <translation>%1：无法锁定：其文件夹不存在、已满或只读</translation>
    </message>
    <message>
        <source>%1: written by a newer version of the program (%2)</source>
        <translation>%1：由更新版本的程序写成（%2）</translation>
    </message>
    <message>
        <source>%1: was written by a newer version of the program: save under another name</source>
        <translation>%1：由更新版本的程序写成：请另存为其他名称</translation>
    </message>
    <message>
        <source>%1: holds something that is no project: save under another name</source>
        <translation>%1：其内容不是项目：请另存为其他名称</translation>
    </message>
    <message>
        <source>%1: is a directory: expected %2</source>
        <translation>%1：是一个文件夹：应为%2</translation>
    </message>
    <message>
        <source>%1: not valid JSON at %2</source>
        <translation>%1：%2 处不是有效的 JSON</translation>
    </message>
    <message>
        <source>%1: not valid JSON: a number is out of range</source>
        <translation>%1：不是有效的 JSON：有数字超出范围</translation>
    </message>
    <message>
        <source>%1: larger than %2 MiB: not %3</source>
        <translation>%1：大于 %2 MiB：不是%3</translation>
    </message>
    <message>
        <source>%1: larger than the 64 MiB of a project</source>
        <translation>%1：超过项目的 64 MiB 上限</translation>
    </message>
    <message>
        <source>%1: can&apos;t be read: %2</source>
        <translation>%1：无法读取：%2</translation>
    </message>
    <message>
        <source>%1: can&apos;t be read</source>
        <translation>%1：无法读取</translation>
    </message>
    <message>
        <source>%1: can&apos;t be written: %2</source>
        <translation>%1：无法写入：%2</translation>
    </message>
    <message>
        <source>%1: expected %2, got nothing</source>
        <translation>%1：应为 %2，但没有内容</translation>
    </message>
    <message>
        <source>%1: expected %2, got %3</source>
        <translation>%1：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>a project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>it is a directory</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>its name is not in UTF-8</source>
        <translation>其名称不是 UTF-8</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有此文件或文件夹</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>Request number</source>
        <translation>询价单号</translation>
    </message>
    <message>
        <source>Date of request</source>
        <translation>询价日期</translation>
    </message>
    <message>
        <source>Please answer by</source>
        <translation>请于此日期前答复</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Currency wished for</source>
        <translation>希望的币种</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Quote number</source>
        <translation>报价单号</translation>
    </message>
    <message>
        <source>Date of quote</source>
        <translation>报价日期</translation>
    </message>
    <message>
        <source>Quote valid until</source>
        <translation>报价有效期至</translation>
    </message>
    <message>
        <source>Currency of prices</source>
        <translation>价格币种</translation>
    </message>
    <message>
        <source>Shipping, whole order, before tax</source>
        <translation>整单运费（不含税）</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>制造商</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>料号</translation>
    </message>
    <message>
        <source>Key specifications</source>
        <translation>主要规格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price before tax</source>
        <translation>单价（不含税）</translation>
    </message>
    <message>
        <source>Currency, if another</source>
        <translation>币种（如不同）</translation>
    </message>
    <message>
        <source>Part number offered</source>
        <translation>所报料号</translation>
    </message>
    <message>
        <source>Your article number</source>
        <translation>贵方货号</translation>
    </message>
    <message>
        <source>Lead time (days)</source>
        <translation>交期（天）</translation>
    </message>
    <message>
        <source>Valid until, if another</source>
        <translation>有效期至（如不同）</translation>
    </message>
    <message>
        <source>Substitute offered (manufacturer and part)</source>
        <translation>替代件（制造商与型号）</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Request for quotation</source>
        <translation>询价单</translation>
    </message>
    <message>
        <source>Please fill in the coloured cells: unit prices without tax, dates as year-month-day. Leave the rest as it is, the small grey words too: by them the answer is read. A price left empty means: not offered.</source>
        <translation>请填写着色的单元格：单价不含税，日期为 年-月-日。其余请保持不变，包括灰色小字：系统据此读取答复。价格留空表示不报价。</translation>
    </message>
    <message>
        <source>Expected an amount without tax.</source>
        <translation>应为不含税金额。</translation>
    </message>
    <message>
        <source>Expected a day, such as 2026-12-31.</source>
        <translation>应为日期，如 2026-12-31。</translation>
    </message>
    <message>
        <source>Expected a number of days.</source>
        <translation>应为天数。</translation>
    </message>
    <message>
        <source>Expected a currency of the list.</source>
        <translation>应为列表中的币种。</translation>
    </message>
</context>
<context>
    <name>Revision</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>tower</source>
        <translation>塔式</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>机架式</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>在线服务</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>LoRA training</source>
        <translation>LoRA 训练</translation>
    </message>
    <message>
        <source>QLoRA training</source>
        <translation>QLoRA 训练</translation>
    </message>
    <message>
        <source>full fine-tuning</source>
        <translation>全量微调</translation>
    </message>
    <message>
        <source>pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Memory share of the engine</source>
        <translation>引擎的显存占比</translation>
    </message>
    <message>
        <source>Tokens of one step</source>
        <translation>每步词元数</translation>
    </message>
    <message>
        <source>Sequences of one step</source>
        <translation>每步序列数</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA 图</translation>
    </message>
    <message>
        <source>Prefix cache hits</source>
        <translation>前缀缓存命中率</translation>
    </message>
    <message>
        <source>Speculative decoding</source>
        <translation>投机解码</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Longest time to the first token (s)</source>
        <translation>首个词元的最长时间（秒）</translation>
    </message>
    <message>
        <source>Longest time per token (s)</source>
        <translation>每个词元的最长时间（秒）</translation>
    </message>
    <message>
        <source>Training sequence (tokens)</source>
        <translation>训练序列（词元）</translation>
    </message>
    <message>
        <source>Micro-batch of training</source>
        <translation>训练微批</translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>ZeRO stage</source>
        <translation>ZeRO 阶段</translation>
    </message>
    <message>
        <source>Optimizer in RAM</source>
        <translation>优化器置于内存</translation>
    </message>
    <message>
        <source>Parameters in RAM</source>
        <translation>参数置于内存</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>Tokens to train on</source>
        <translation>训练词元</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Importance matrix</source>
        <translation>重要性矩阵</translation>
    </message>
    <message>
        <source>Key cache</source>
        <translation>K 缓存</translation>
    </message>
    <message>
        <source>Value cache</source>
        <translation>V 缓存</translation>
    </message>
    <message>
        <source>Context (tokens)</source>
        <translation>上下文（词元）</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>同时用户数</translation>
    </message>
    <message>
        <source>Prompt (tokens)</source>
        <translation>提示词（词元）</translation>
    </message>
    <message>
        <source>Answer (tokens)</source>
        <translation>回答（词元）</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文件编号</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>成本中心</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>发票抬头</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>贸易术语</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>付款条件</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>采购理由</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>需求日期</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Most power at the wall (W)</source>
        <translation>墙上功率上限（W）</translation>
    </message>
    <message>
        <source>Least speed for one user (tokens/s)</source>
        <translation>单用户最低速度（词元/秒）</translation>
    </message>
    <message>
        <source>Enclosure</source>
        <translation>机箱形式</translation>
    </message>
    <message>
        <source>ECC memory</source>
        <translation>ECC 内存</translation>
    </message>
    <message>
        <source>Vendor of accelerators</source>
        <translation>加速卡厂商</translation>
    </message>
    <message>
        <source>Part of the model may be in RAM</source>
        <translation>模型可部分置于内存</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>电路</translation>
    </message>
    <message>
        <source>Form factors of boards</source>
        <translation>主板版型</translation>
    </message>
    <message>
        <source>Two kinds of accelerators</source>
        <translation>两种加速卡</translation>
    </message>
    <message>
        <source>Parts at hand</source>
        <translation>现有部件</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>台数</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Exchange rate, for 1 USD</source>
        <translation>汇率（每 1 美元）</translation>
    </message>
    <message>
        <source>Catalog of</source>
        <translation>目录日期</translation>
    </message>
    <message>
        <source>Tax rate (%)</source>
        <translation>税率（%）</translation>
    </message>
    <message>
        <source>Discount on all lines (%)</source>
        <translation>整单折扣（%）</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Contingency (%)</source>
        <translation>预备费（%）</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Sizes, prices and specifies hardware for large language models.</source>
        <translation>为大语言模型估算、报价并选定硬件。</translation>
    </message>
    <message>
        <source>The catalog can&apos;t be opened.</source>
        <translation>无法打开部件目录。</translation>
    </message>
</context>
<context>
    <name>rigwright::AdvicePage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>有偏差</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待说明</translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <translation>
            <numerusform>%n 条须知</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 figures of five guides: %2 agree, %3 are off, %4 leave something open</source>
        <translation>五份指南的 %1 个数字：%2 个一致，%3 个有偏差，%4 个有待说明</translation>
    </message>
    <message>
        <source>Findings of the selected machine</source>
        <translation>所选机器的发现</translation>
    </message>
    <message>
        <source>Nothing speaks against the selected machine.</source>
        <translation>所选机器没有问题。</translation>
    </message>
    <message>
        <source>Claims check</source>
        <translation>说法核查</translation>
    </message>
    <message>
        <source>Filter claims</source>
        <translation>筛选说法</translation>
    </message>
    <message>
        <source>No claim to show: clear the filter.</source>
        <translation>没有可显示的说法：请清除筛选。</translation>
    </message>
    <message>
        <source>There is no machine yet.</source>
        <translation>还没有选出整机。</translation>
    </message>
</context>
<context>
    <name>rigwright::AlternativesDialog</name>
    <message>
        <source>In place of %1</source>
        <translation>替代 %1</translation>
    </message>
    <message>
        <source>Looking for parts …</source>
        <translation>正在查找部件…</translation>
    </message>
    <message>
        <source>Other parts</source>
        <translation>其他部件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>更换</translation>
    </message>
    <message numerus="yes">
        <source>%n parts go with the rest of the machine</source>
        <translation>
            <numerusform>%n 个部件与整机其余部分兼容</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ApiSection</name>
    <message>
        <source>Hosted API</source>
        <translation>托管 API</translation>
    </message>
    <message>
        <source>Batch discount</source>
        <translation>批处理折扣</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Off all prices, for answers that may wait</source>
        <translation>对可以等待的回答，所有价格的减免幅度</translation>
    </message>
    <message>
        <source>Prices change</source>
        <translation>价格变化</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>At each year&apos;s begin: −10 where prices fall by a tenth</source>
        <translation>每年年初调整：填 −10 表示价格下降一成</translation>
    </message>
    <message>
        <source>Resellers count too</source>
        <translation>计入转售商</translation>
    </message>
    <message>
        <source>Providers that pass requests on to others&apos; capacity</source>
        <translation>将请求转交他人算力的服务商</translation>
    </message>
</context>
<context>
    <name>rigwright::AssumptionSection</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
</context>
<context>
    <name>rigwright::AssumptionsCard</name>
    <message>
        <source>in use %1 % of all hours</source>
        <translation>使用率 %1 %</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
</context>
<context>
    <name>rigwright::BandChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1（随%2变化）</translation>
    </message>
    <message>
        <source>Nothing else works here that this could be compared with.</source>
        <translation>这里没有其他可行的配置可供比较。</translation>
    </message>
</context>
<context>
    <name>rigwright::BomLinesView</name>
    <message numerus="yes">
        <source>To be paid for %n systems, with tax</source>
        <translation>
            <numerusform>%n 台应付（含税）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Total for %n systems, before tax</source>
        <translation>
            <numerusform>%n 台合计（不含税）</numerusform>
        </translation>
    </message>
    <message>
        <source>lines %1</source>
        <translation>各行 %1</translation>
    </message>
    <message>
        <source>discount %1</source>
        <translation>折扣 %1</translation>
    </message>
    <message>
        <source>shipping %1</source>
        <translation>运费 %1</translation>
    </message>
    <message>
        <source>tax %1</source>
        <translation>税额 %1</translation>
    </message>
    <message>
        <source>budget with contingency %1</source>
        <translation>含预备费的预算 %1</translation>
    </message>
    <message numerus="yes">
        <source>! %n lines have no price, and the total lacks them.</source>
        <translation>
            <numerusform>! %n 行没有价格，未计入合计。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! %n prices are more than %1 days old: ask for new ones before you order.</source>
        <translation>
            <numerusform>! %n 个价格已超过 %1 天：下单前请重新询价。</numerusform>
        </translation>
    </message>
    <message>
        <source>Converted at 1 USD = %1 %2, %3.</source>
        <translation>按 1 USD = %1 %2（%3）换算。</translation>
    </message>
    <message>
        <source>Bill of materials</source>
        <translation>物料清单</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>采购</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>rigwright::BomPage</name>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Export the bill of materials</source>
        <translation>导出物料清单</translation>
    </message>
    <message>
        <source>The parts to buy appear here once a machine meets the requirement.</source>
        <translation>有整机满足需求后，此处列出要采购的部件。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>%1-parts.xlsx</source>
        <comment>file name</comment>
        <translation>%1-物料清单.xlsx</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Bill of materials</source>
        <translation>物料清单</translation>
    </message>
    <message>
        <source>%1 at %2, %3, %4, %5 tokens of context</source>
        <translation>%1，%2，%3，%4，上下文 %5 词元</translation>
    </message>
    <message numerus="yes">
        <source>, %n at once</source>
        <translation>
            <numerusform>，%n 个并发</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2, %3, %4, %5 tokens a sequence</source>
        <translation>%1，%2，%3，%4，序列 %5 词元</translation>
    </message>
    <message>
        <source>Exchange for %1</source>
        <translation>更换为 %1</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Report (*.pdf)</source>
        <translation>报告 (*.pdf)</translation>
    </message>
    <message>
        <source>Semicolon-separated values, decimal comma (*.csv)</source>
        <translation>分号分隔，小数逗号 (*.csv)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>数据 (*.json)</translation>
    </message>
    <message>
        <source>Machine %1: %2</source>
        <translation>整机 %1：%2</translation>
    </message>
    <message>
        <source>no machine is chosen</source>
        <translation>尚未选择整机</translation>
    </message>
</context>
<context>
    <name>rigwright::BomTableModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>暂无价格</translation>
    </message>
    <message>
        <source>part number unknown</source>
        <translation>料号未知</translation>
    </message>
    <message>
        <source>Nobody has checked these figures</source>
        <translation>这些数据未经核对</translation>
    </message>
    <message>
        <source>old</source>
        <translation>较旧</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>名称与规格</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Line total</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>价格来源</translation>
    </message>
    <message>
        <source>%1
Valid until %2</source>
        <translation>%1
有效期至 %2</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>a quote</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>at hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>%1, spare</source>
        <translation>%1（备件）</translation>
    </message>
    <message>
        <source>less %1 %</source>
        <translation>减 %1 %</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a supplier</comment>
        <translation>来自 %1</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>%n 天内</numerusform>
        </translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>spare</source>
        <translation>备件</translation>
    </message>
    <message>
        <source>%1
As the catalog says</source>
        <translation>%1
依据目录</translation>
    </message>
    <message>
        <source>%1
As the quote says</source>
        <translation>%1
依据报价</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
</context>
<context>
    <name>rigwright::BuildDetails</name>
    <message>
        <source>No price known</source>
        <translation>暂无价格</translation>
    </message>
    <message>
        <source>%1 of %2 VRAM</source>
        <translation>显存 %1 / %2</translation>
    </message>
    <message>
        <source>Selected machine</source>
        <translation>所选整机</translation>
    </message>
    <message>
        <source>Nearest machine, left out</source>
        <translation>最接近的整机（未入选）</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The parts and prices of a machine appear here once one meets the requirement.</source>
        <translation>有整机满足需求后，此处显示其部件和价格。</translation>
    </message>
    <message>
        <source>No machine is known that this reason alone leaves out.</source>
        <translation>没有仅因这一条而落选的整机。</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n 条结论</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unverified price</source>
        <translation>价格未核实</translation>
    </message>
    <message>
        <source>old price</source>
        <translation>价格过旧</translation>
    </message>
    <message>
        <source>quote expired</source>
        <translation>报价已过期</translation>
    </message>
    <message>
        <source>Cheapest combination, left out</source>
        <translation>最便宜的组合（已排除）</translation>
    </message>
    <message>
        <source>The machine as it is</source>
        <translation>现有机器</translation>
    </message>
    <message>
        <source>Machine after the changes</source>
        <translation>更改后的机器</translation>
    </message>
    <message>
        <source>Proposed machine</source>
        <translation>建议的机器</translation>
    </message>
    <message>
        <source>Choose a proposal to see its machine.</source>
        <translation>选择一项建议以查看其机器。</translation>
    </message>
    <message>
        <source>at hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>You have it: it costs nothing</source>
        <translation>您已有：不计费用</translation>
    </message>
</context>
<context>
    <name>rigwright::BuildTableModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>No accelerator: the model runs on the CPUs, from RAM</source>
        <translation>无加速器：模型放在内存，由 CPU 运行</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Limited by</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>★ %1</source>
        <translation>★ %1</translation>
    </message>
    <message>
        <source>%1 dB(A)</source>
        <translation>%1 dB(A)</translation>
    </message>
    <message>
        <source>On the front: no other machine is better in all that machines are ranked by</source>
        <translation>在前沿上：没有其他机器在所有排序指标上都更好</translation>
    </message>
    <message>
        <source>Beside the front: another machine is better in one thing and worse in none</source>
        <translation>不在前沿上：另一台机器在某项更好且没有更差</translation>
    </message>
    <message>
        <source>Of the CPU coolers together, as their makers state</source>
        <translation>CPU 散热器合计，按厂商说明</translation>
    </message>
    <message>
        <source>Cards like its own that board, case and power supply would still take</source>
        <translation>主板、机箱和电源还能容纳的同类卡数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>空闲显存</translation>
    </message>
    <message>
        <source>More cards</source>
        <translation>可加卡</translation>
    </message>
    <message>
        <source>%1 · your choice</source>
        <translation>%1 · 您的选择</translation>
    </message>
    <message>
        <source>The machine of this project; the search itself does not propose it</source>
        <translation>本项目的整机；搜索本身不会推荐它</translation>
    </message>
</context>
<context>
    <name>rigwright::BuildsPage</name>
    <message>
        <source>budget %1</source>
        <translation>预算 %1</translation>
    </message>
    <message>
        <source>price, %1</source>
        <translation>价格，%1</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>tokens/s, all users</source>
        <translation>词元/秒（全部用户）</translation>
    </message>
    <message>
        <source>Price against speed</source>
        <translation>价格与速度</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>尚无整机</translation>
    </message>
    <message>
        <source>Machines that run the model appear here, by price and speed.</source>
        <translation>能运行该模型的整机将按价格和速度显示在此处。</translation>
    </message>
    <message>
        <source>No speed is known</source>
        <translation>速度未知</translation>
    </message>
    <message>
        <source>The machines below lack a figure that their speed follows from.</source>
        <translation>下列整机缺少估算速度所需的数据。</translation>
    </message>
    <message>
        <source>No machine meets the requirement</source>
        <translation>没有整机满足需求</translation>
    </message>
    <message>
        <source>%1 candidates were considered.</source>
        <translation>共考察 %1 种。</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>Why not others</source>
        <translation>其他为何落选</translation>
    </message>
    <message>
        <source>Front only</source>
        <translation>仅看前沿</translation>
    </message>
    <message>
        <source>Filter machines and parts</source>
        <translation>筛选整机和部件</translation>
    </message>
    <message>
        <source>No machine to show: see why under “Why not others”, or clear the filter.</source>
        <translation>没有可显示的整机：原因见“其他为何落选”，或清除筛选。</translation>
    </message>
    <message>
        <source>%1: the nearest is %2, %3</source>
        <translation>%1：最接近的是 %2，%3</translation>
    </message>
    <message>
        <source>%1: %2 candidates</source>
        <translation>%1：%2 种</translation>
    </message>
    <message>
        <source>Limits&apos; cost</source>
        <translation>限制的代价</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Only machines that no other one beats in all that they are ranked by</source>
        <translation>仅显示在所有排序指标上未被超越的机器</translation>
    </message>
    <message>
        <source>● %1 of %2 on the front   ○ beside it</source>
        <translation>● 前沿上 %1/%2   ○ 前沿之外</translation>
    </message>
</context>
<context>
    <name>rigwright::CapacityWords</name>
    <message>
        <source>%1 long slots</source>
        <translation>%1 个长插槽</translation>
    </message>
    <message>
        <source>%1 lanes</source>
        <translation>%1 条通道</translation>
    </message>
    <message>
        <source>%1 DIMM slots</source>
        <translation>%1 个内存插槽</translation>
    </message>
    <message>
        <source>%1 M.2 slots</source>
        <translation>%1 个 M.2 插槽</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogChangeTable</name>
    <message>
        <source>New part</source>
        <translation>新部件</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Cloud offer</source>
        <translation>云实例报价</translation>
    </message>
    <message>
        <source>Hosted model</source>
        <translation>托管模型</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>每小时 %1</translation>
    </message>
    <message>
        <source>a million tokens in and out</source>
        <translation>每百万输入与输出词元</translation>
    </message>
    <message>
        <source>one US dollar, %1</source>
        <translation>1 美元，%1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Part or offer</source>
        <translation>部件或报价</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After the import</source>
        <translation>导入之后</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogDetails</name>
    <message>
        <source>A part of your own</source>
        <translation>您自己的部件</translation>
    </message>
    <message>
        <source>A price of %1</source>
        <translation>%1 的价格</translation>
    </message>
    <message>
        <source>No part</source>
        <translation>无部件</translation>
    </message>
    <message>
        <source>Double click or F2 edits a figure.</source>
        <translation>双击或按 F2 可编辑数值。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Figures of the part</source>
        <translation>部件的数值</translation>
    </message>
    <message>
        <source>Choose a part in the list: its figures, prices and notes show here.</source>
        <translation>在列表中选择一个部件，其数值、价格和备注会显示在这里。</translation>
    </message>
    <message>
        <source>Set unknown</source>
        <translation>设为未知</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复原值</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogEdits</name>
    <message numerus="yes">
        <source>%Ln parts</source>
        <translation>
            <numerusform>%Ln 个部件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>%1 of %2 as shipped</source>
        <translation>%2 的%1恢复原值</translation>
    </message>
    <message>
        <source>%1 as shipped</source>
        <translation>%1 恢复原值</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Show %1 again</source>
        <translation>重新显示 %1</translation>
    </message>
    <message>
        <source>%1 a favourite</source>
        <translation>收藏 %1</translation>
    </message>
    <message>
        <source>%1 no favourite</source>
        <translation>取消收藏 %1</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>%1 的网址</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>Quote for %1</source>
        <translation>%1 的报价</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>%1 的价格</translation>
    </message>
    <message>
        <source>Remove a price of %1</source>
        <translation>移除 %1 的一个价格</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogExportDialog</name>
    <message>
        <source>A folder for the tables</source>
        <translation>存放表格的文件夹</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格（%1）</translation>
    </message>
    <message>
        <source>Export the catalog</source>
        <translation>导出目录</translation>
    </message>
    <message>
        <source>Tables that a spreadsheet opens. Change what you like there and import the file again: the preview shows what would change.</source>
        <translation>可用电子表格打开的表格。可在其中随意修改后再次导入：预览会显示将发生的更改。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Only my own parts, edits and prices</source>
        <translation>仅我自己的部件、修改和价格</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>要写入的文件或文件夹</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All tables, in a folder</source>
        <translation>全部表格（写入文件夹）</translation>
    </message>
    <message numerus="yes">
        <source>%n files written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogFilters</name>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Shipped and own</source>
        <translation>内置与自有</translation>
    </message>
    <message>
        <source>Shipped, unchanged</source>
        <translation>内置，未修改</translation>
    </message>
    <message>
        <source>Edited by me</source>
        <translation>我修改过的</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>我自己的</translation>
    </message>
    <message>
        <source>In any state</source>
        <translation>任意状态</translation>
    </message>
    <message>
        <source>Sourced</source>
        <translation>有来源</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>已比对</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Whose parts</source>
        <translation>部件归属</translation>
    </message>
    <message>
        <source>State of the figures</source>
        <translation>数值状态</translation>
    </message>
    <message>
        <source>With a price</source>
        <translation>有价格</translation>
    </message>
    <message>
        <source>Old price</source>
        <translation>价格过旧</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Hidden too</source>
        <translation>含隐藏</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Changed underneath</source>
        <translation>底层有变</translation>
    </message>
    <message>
        <source>Only parts that somebody has a price for</source>
        <translation>仅显示有价格的部件</translation>
    </message>
    <message>
        <source>Only parts whose price is older than the days below</source>
        <translation>仅显示价格早于下列天数的部件</translation>
    </message>
    <message>
        <source>Only parts with a star</source>
        <translation>仅显示加星的部件</translation>
    </message>
    <message>
        <source>Also parts that you hid</source>
        <translation>也显示您隐藏的部件</translation>
    </message>
    <message>
        <source>Only parts that lack a figure which machines need</source>
        <translation>仅显示缺少配机所需数值的部件</translation>
    </message>
    <message>
        <source>Only parts of which the shipped catalog has changed a figure that you had edited</source>
        <translation>仅显示您修改过、而内置目录又有变更的部件</translation>
    </message>
    <message>
        <source>Old after</source>
        <translation>过旧期限</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Days after which a price is old</source>
        <translation>价格超过多少天算过旧</translation>
    </message>
    <message>
        <source>Prices older than this are flagged wherever they are used</source>
        <translation>早于此天数的价格在使用处都会标出</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogImportDialog</name>
    <message>
        <source>A folder to import</source>
        <translation>要导入的文件夹</translation>
    </message>
    <message>
        <source>A file to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格（%1）</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件（%1）</translation>
    </message>
    <message>
        <source>The day of the prices: %1</source>
        <translation>价格日期：%1</translation>
    </message>
    <message>
        <source>Reading was stopped; nothing was written.</source>
        <translation>读取已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>What the import would change shows here before anything is written.</source>
        <translation>写入之前，这里会显示导入将更改的内容。</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>读取 %1 行</translation>
    </message>
    <message>
        <source>%1 new parts</source>
        <translation>%1 个新部件</translation>
    </message>
    <message>
        <source>%1 parts changed</source>
        <translation>%1 个部件有更改</translation>
    </message>
    <message>
        <source>%1 prices</source>
        <translation>%1 个价格</translation>
    </message>
    <message>
        <source>%1 cloud offers</source>
        <translation>%1 个云实例报价</translation>
    </message>
    <message>
        <source>%1 hosted models</source>
        <translation>%1 个托管模型</translation>
    </message>
    <message>
        <source>%1 exchange rates</source>
        <translation>%1 个汇率</translation>
    </message>
    <message>
        <source>%1 rows name parts that you have</source>
        <translation>%1 行对应已有部件</translation>
    </message>
    <message>
        <source>%1 say what the catalog says</source>
        <translation>%1 行与目录一致</translation>
    </message>
    <message>
        <source>%1 hold nothing for us</source>
        <translation>%1 行与本程序无关</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used</source>
        <translation>%1 行无法使用</translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>不会有任何更改</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation>更改（%1）</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>问题（%1）</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>说明（%1）</translation>
    </message>
    <message>
        <source>Import into my catalog</source>
        <translation>导入到我的目录</translation>
    </message>
    <message>
        <source>Our own CSV, pc-part-dataset, vms.csv of skypilot-catalog, buildcores-open-db, models.dev or exchange rates. It becomes one step of yours that can be undone; the catalog that came with the program stays as it is.</source>
        <translation>支持本程序的 CSV、pc-part-dataset、skypilot-catalog 的 vms.csv、buildcores-open-db、models.dev 以及汇率。导入算作一步，可以撤销；随程序提供的目录保持不变。</translation>
    </message>
    <message>
        <source>File or folder, chosen or dropped here</source>
        <translation>选择或拖放到此处的文件或文件夹</translation>
    </message>
    <message>
        <source>File or folder to import</source>
        <translation>要导入的文件或文件夹</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Day of the prices</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>Cloud provider</source>
        <translation>云服务商</translation>
    </message>
    <message>
        <source>as stated, else today</source>
        <translation>按文件所述，否则为今天</translation>
    </message>
    <message>
        <source>by the folder&apos;s name</source>
        <translation>按文件夹名称</translation>
    </message>
    <message>
        <source>Recognised by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Our own CSV</source>
        <translation>本程序的 CSV</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将发生的更改</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>不会有任何更改。</translation>
    </message>
    <message>
        <source>What the import would change</source>
        <translation>导入将更改的内容</translation>
    </message>
    <message>
        <source>Every row can be used.</source>
        <translation>每一行都可以使用。</translation>
    </message>
    <message>
        <source>Rows that can&apos;t be used</source>
        <translation>无法使用的行</translation>
    </message>
    <message>
        <source>Nothing to know beside the changes.</source>
        <translation>除更改外没有其他说明。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogPage</name>
    <message numerus="yes">
        <source>%Ln parts</source>
        <translation>
            <numerusform>%Ln 个部件</numerusform>
        </translation>
    </message>
    <message>
        <source>No favourite</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Search names, part numbers, figures and notes</source>
        <translation>搜索名称、料号、数值和备注</translation>
    </message>
    <message>
        <source>Search the catalog</source>
        <translation>搜索目录</translation>
    </message>
    <message>
        <source>Add a part …</source>
        <translation>添加部件…</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deletes your own part with its prices; undo brings it back</source>
        <translation>删除您自己的部件及其价格；可撤销</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复原值</translation>
    </message>
    <message>
        <source>Takes back every figure that you changed</source>
        <translation>撤回您更改的所有数值</translation>
    </message>
    <message>
        <source>Hidden parts are proposed in no machine</source>
        <translation>隐藏的部件不会用于任何配机方案</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>No part is like this. Search for less, or ask for less at the left.</source>
        <translation>没有符合的部件。请减少搜索词，或放宽左侧条件。</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogSteps</name>
    <message>
        <source>Age of old prices</source>
        <translation>过旧价格的天数</translation>
    </message>
    <message>
        <source>another window has changed the catalog since; “%1” was left as it is</source>
        <translation>另一窗口已更改目录；“%1”保持不变</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogTableModel</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>quote, %1</source>
        <translation>报价，%1</translation>
    </message>
    <message>
        <source>street, %1</source>
        <translation>市价，%1</translation>
    </message>
    <message>
        <source>list, %1</source>
        <translation>目录价，%1</translation>
    </message>
    <message>
        <source>MSRP, %1</source>
        <translation>建议零售价，%1</translation>
    </message>
    <message>
        <source>estimate, %1</source>
        <translation>估计，%1</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>A favourite: click to take the star away</source>
        <translation>已收藏：点击取消星标</translation>
    </message>
    <message>
        <source>Click to make it a favourite</source>
        <translation>点击收藏</translation>
    </message>
    <message>
        <source>Nobody has a price for it yet</source>
        <translation>尚无价格</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>What price</source>
        <translation>价格类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogTags</name>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Proposed in no machine until these are known: %1</source>
        <translation>以下各项已知之前不会用于配机：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Figures read from the source that is named</source>
        <translation>数值读自所注来源</translation>
    </message>
    <message>
        <source>Figures that agree with a second source</source>
        <translation>数值与另一来源一致</translation>
    </message>
    <message>
        <source>Figures that nobody has checked</source>
        <translation>数值未经核实</translation>
    </message>
    <message>
        <source>The shipped catalog has changed under your edit</source>
        <translation>内置目录在您的修改之下有变更</translation>
    </message>
    <message>
        <source>Your own part</source>
        <translation>您自己的部件</translation>
    </message>
    <message>
        <source>You changed figures of it</source>
        <translation>您更改过其中的数值</translation>
    </message>
    <message>
        <source>Hidden: proposed in no machine</source>
        <translation>已隐藏：不用于任何配机方案</translation>
    </message>
</context>
<context>
    <name>rigwright::CategoriesModel</name>
    <message>
        <source>All parts</source>
        <translation>全部部件</translation>
    </message>
</context>
<context>
    <name>rigwright::ChangeTableModel</name>
    <message>
        <source>How to mend it</source>
        <translation>如何补救</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
</context>
<context>
    <name>rigwright::ChangeText</name>
    <message>
        <source>Power cap of each card</source>
        <translation>每张卡的功率上限</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>同时用户数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Part of the model in RAM</source>
        <translation>模型部分放在内存</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>去掉 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>as fast</source>
        <translation>同样快</translation>
    </message>
</context>
<context>
    <name>rigwright::ChartExport</name>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Scalable graphic (*.svg)</source>
        <translation>可缩放图形 (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>rigwright::ClaimDetails</name>
    <message>
        <source>Select a claim to see why, and what was assumed.</source>
        <translation>选择一条说法，查看理由与假设。</translation>
    </message>
    <message>
        <source>%1, by the measurement</source>
        <translation>%1，依据实测</translation>
    </message>
    <message>
        <source>Claimed %1 · our estimate %2 · measured %3</source>
        <translation>说法 %1 · 我们的估算 %2 · 实测 %3</translation>
    </message>
    <message>
        <source>Measurement: %1</source>
        <translation>实测：%1</translation>
    </message>
    <message>
        <source>Assumed, because the guide leaves it open: %1</source>
        <translation>指南未说明，故假设：%1</translation>
    </message>
</context>
<context>
    <name>rigwright::ClaimTableModel</name>
    <message>
        <source>Published measurements; ≈ of a near scenario</source>
        <translation>公开的实测；≈ 表示相近场景</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>所称</translation>
    </message>
    <message>
        <source>Our estimate</source>
        <translation>我们的估算</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>rigwright::ClaimWords</name>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>个请求</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>张 GPU</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>USD/h</source>
        <translation>USD/小时</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>偏高</translation>
    </message>
    <message>
        <source>can&apos;t be</source>
        <translation>不可能</translation>
    </message>
    <message>
        <source>needs a statement</source>
        <translation>待说明</translation>
    </message>
    <message>
        <source>%1, %2×</source>
        <translation>%1，%2 倍</translation>
    </message>
</context>
<context>
    <name>rigwright::CloudSection</name>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Only offers of regions whose name contains this</source>
        <translation>仅限区域名称包含此文字的方案</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Hours that interruptions of spot and marketplace offers cost, as a share of those used</source>
        <translation>竞价和市场方案因中断而损失的小时数，占所用小时数的比例</translation>
    </message>
    <message>
        <source>Reserved, off</source>
        <translation>预留折扣</translation>
    </message>
    <message>
        <source>Discount for a term on the on-demand price, if you are offered one; every hour is paid then</source>
        <translation>服务商若提供：定期预留相对按需价的折扣；此时每个小时都要付费</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>Reserved for</source>
        <translation>预留期</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>Begun terms are paid to their end</source>
        <translation>已开始的预留期须付费至期满</translation>
    </message>
    <message>
        <source>Billed by</source>
        <translation>计费单位</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Begun units are paid; 0: by the second</source>
        <translation>不足一个单位按一个单位计费；0：按秒计费</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Kept all month</source>
        <translation>整月保存</translation>
    </message>
    <message>
        <source>the model&apos;s files</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>It costs</source>
        <translation>存储单价</translation>
    </message>
    <message>
        <source>%1/GB·month</source>
        <translation>%1/GB·月</translation>
    </message>
    <message>
        <source>A gigabyte for a month</source>
        <translation>每 GB 每月</translation>
    </message>
    <message>
        <source>Sent out</source>
        <translation>出云流量</translation>
    </message>
    <message>
        <source>bytes/token</source>
        <translation>字节/词元</translation>
    </message>
    <message>
        <source>That leave the cloud for each token of an answer</source>
        <translation>回答中每个词元的出云流量</translation>
    </message>
    <message>
        <source>Sending costs</source>
        <translation>流量单价</translation>
    </message>
    <message>
        <source>%1/GB</source>
        <translation>%1/GB</translation>
    </message>
    <message>
        <source>A gigabyte to the internet</source>
        <translation>每 GB 传至互联网</translation>
    </message>
    <message>
        <source>Prices change</source>
        <translation>价格变化</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>At each year&apos;s begin: −10 where prices fall by a tenth</source>
        <translation>每年年初调整：填 −10 表示价格下降一成</translation>
    </message>
</context>
<context>
    <name>rigwright::ClusterList</name>
    <message>
        <source>each holds the whole model</source>
        <translation>各保存整个模型</translation>
    </message>
    <message>
        <source>each holds a part of the layers</source>
        <translation>各保存一部分层</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>%1 machines, each with %2: %3</source>
        <translation>%1 台机器，各配 %2：%3</translation>
    </message>
    <message>
        <source>%1 together</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>Show one</source>
        <translation>查看一台</translation>
    </message>
    <message>
        <source>Several equal machines together don&apos;t meet it either.</source>
        <translation>多台相同机器合在一起也无法满足。</translation>
    </message>
    <message>
        <source>Looking for several machines that do it together …</source>
        <translation>正在查找能共同胜任的多台机器…</translation>
    </message>
    <message>
        <source>Several machines together</source>
        <translation>多台机器组合</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>%1 machines, each with %2</source>
        <translation>%1 台整机，每台配 %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>rigwright::ComparePage</name>
    <message>
        <source>▸ %1</source>
        <translation>▸ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n figures differ</source>
        <translation>
            <numerusform>%n 项不同</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1 for %2</source>
        <translation>保存于 %1，当时 %2</translation>
    </message>
    <message>
        <source>Four machines at most stand side by side; take the pin off one of them first.</source>
        <translation>最多并排四台机器；请先取消固定其中一台。</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>已移除“%1”。</translation>
    </message>
    <message>
        <source>New machine</source>
        <translation>新机器</translation>
    </message>
    <message>
        <source>Looking at this computer …</source>
        <translation>正在查看本机…</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Add the machine of a build file</source>
        <translation>从配置文件添加机器</translation>
    </message>
    <message>
        <source>Build files (*.json);;All files (*)</source>
        <translation>配置文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export as a build file</source>
        <translation>导出为配置文件</translation>
    </message>
    <message>
        <source>Build files (*.json)</source>
        <translation>配置文件 (*.json)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>My machines</source>
        <translation>我的机器</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>New machine …</source>
        <translation>新机器…</translation>
    </message>
    <message>
        <source>This computer …</source>
        <translation>本机…</translation>
    </message>
    <message>
        <source>Edit the parts …</source>
        <translation>编辑部件…</translation>
    </message>
    <message>
        <source>The machine selected in Builds</source>
        <translation>“整机方案”页中选定的机器</translation>
    </message>
    <message>
        <source>From a build file …</source>
        <translation>从配置文件…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export as a build file …</source>
        <translation>导出为配置文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>仅显示不同之处</translation>
    </message>
    <message>
        <source>● differs   ✓ best   ▸ selected in Builds</source>
        <translation>● 不同   ✓ 最佳   ▸ 在“整机方案”页中选定</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on the machine</source>
        <translation>机器备注</translation>
    </message>
    <message>
        <source>Machines that you save stand here: from Builds, from a build file, or put together part by part.</source>
        <translation>您保存的机器显示在这里：来自“整机方案”页、配置文件，或逐个部件组装。</translation>
    </message>
    <message>
        <source>Machines side by side</source>
        <translation>机器并排对比</translation>
    </message>
    <message>
        <source>Tick two to four machines at the left to see them side by side.</source>
        <translation>在左侧勾选两到四台机器即可并排查看。</translation>
    </message>
</context>
<context>
    <name>rigwright::ComparedTable</name>
    <message>
        <source>Prompt of %1</source>
        <translation>提示 %1</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%2 之后的%1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n users</source>
        <translation>
            <numerusform>%1，%n 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>left out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Measured, tokens/s</source>
        <translation>测量，tokens/s</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
</context>
<context>
    <name>rigwright::Components</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Compute buffer</source>
        <translation>计算缓冲</translation>
    </message>
    <message>
        <source>Engine and driver</source>
        <translation>引擎与驱动</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
</context>
<context>
    <name>rigwright::ContextChart</name>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>%1 tokens: %2</source>
        <translation>%1 词元：%2</translation>
    </message>
    <message>
        <source>Memory over context</source>
        <translation>显存与内存随上下文的变化</translation>
    </message>
    <message>
        <source>largest that fits: %1 tokens</source>
        <translation>最多可容纳 %1 词元</translation>
    </message>
</context>
<context>
    <name>rigwright::CostCases</name>
    <message>
        <source>There is no folder to keep cases in.</source>
        <translation>没有可保存情景的文件夹。</translation>
    </message>
    <message>
        <source>another window has removed this case</source>
        <translation>该情景已被另一个窗口删除</translation>
    </message>
    <message>
        <source>another case is called so</source>
        <translation>已有同名情景</translation>
    </message>
</context>
<context>
    <name>rigwright::CostCasesModel</name>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>%1 h a day</source>
        <translation>每天 %1 小时</translation>
    </message>
    <message>
        <source>%1 users × %2</source>
        <translation>%1 位用户 × %2</translation>
    </message>
    <message>
        <source>a profile</source>
        <translation>负载曲线</translation>
    </message>
    <message>
        <source>Owning, total</source>
        <translation>自建，总计</translation>
    </message>
    <message>
        <source>Cloud, total</source>
        <translation>云端，总计</translation>
    </message>
    <message>
        <source>API, total</source>
        <translation>API，总计</translation>
    </message>
    <message>
        <source>Owning, present value</source>
        <translation>自建，现值</translation>
    </message>
    <message>
        <source>Cloud, present value</source>
        <translation>云端，现值</translation>
    </message>
    <message>
        <source>Pays after, cloud</source>
        <translation>回本时间（对比云端）</translation>
    </message>
    <message>
        <source>Pays after, API</source>
        <translation>回本时间（对比 API）</translation>
    </message>
    <message>
        <source>Owning, per 1M tokens</source>
        <translation>自建，每百万词元</translation>
    </message>
    <message>
        <source>Cloud, per 1M tokens</source>
        <translation>云端，每百万词元</translation>
    </message>
    <message>
        <source>API, per 1M tokens</source>
        <translation>API，每百万词元</translation>
    </message>
    <message>
        <source>Owning, CO₂e</source>
        <translation>自建，CO₂e</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年数</translation>
    </message>
    <message>
        <source>Electricity, per kWh</source>
        <translation>电价（每 kWh）</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation>%1，不同</translation>
    </message>
</context>
<context>
    <name>rigwright::CostCasesView</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>情景名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Keeps the assumptions as they are under this name; three can be kept</source>
        <translation>以此名称保存当前假设；最多可保存三个</translation>
    </message>
    <message>
        <source>Saved case</source>
        <translation>已保存的情景</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cases side by side</source>
        <translation>情景对比</translation>
    </message>
    <message>
        <source>Save the assumptions under a name, change them, and both stand here side by side; up to three can be kept.</source>
        <translation>为假设命名并保存，修改后两者在此并排显示；最多可保存三个。</translation>
    </message>
</context>
<context>
    <name>rigwright::CostChart</name>
    <message>
        <source>Cumulative cost</source>
        <translation>累计成本</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>scenario, amount</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Break-even with the cloud: %1</source>
        <translation>相比云端的回本点：%1</translation>
    </message>
    <message>
        <source>Break-even with the API: %1</source>
        <translation>相比 API 的回本点：%1</translation>
    </message>
    <message>
        <source>API: %1</source>
        <comment>break-even</comment>
        <translation>API：%1</translation>
    </message>
    <message>
        <source>Month %1: %2</source>
        <comment>amounts of that month</comment>
        <translation>第 %1 个月：%2</translation>
    </message>
</context>
<context>
    <name>rigwright::CostChartsCard</name>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Cloud or own</source>
        <translation>云端还是自建</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a model, a machine</comment>
        <translation>%1，运行于 %2</translation>
    </message>
    <message>
        <source>Costs in charts</source>
        <translation>成本图表</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>按年</translation>
    </message>
    <message>
        <source>By use</source>
        <translation>按使用率</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>影响因素</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Chart as SVG …</source>
        <translation>图表存为 SVG…</translation>
    </message>
    <message>
        <source>Chart as PNG …</source>
        <translation>图表存为 PNG…</translation>
    </message>
    <message>
        <source>Report as PDF …</source>
        <translation>报告存为 PDF…</translation>
    </message>
</context>
<context>
    <name>rigwright::CostDetailsCard</name>
    <message>
        <source>Figures of the chart</source>
        <translation>图表数据</translation>
    </message>
    <message numerus="yes">
        <source>%n remarks</source>
        <translation>
            <numerusform>%n 条说明</numerusform>
        </translation>
    </message>
    <message>
        <source>Costs in tables</source>
        <translation>成本表格</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>the ticked ones are drawn</source>
        <translation>勾选的方案绘入图中</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Owning, every cloud offer with enough memory and hosted APIs appear here.</source>
        <translation>自建方案、所有显存足够的云实例和托管 API 显示在此处。</translation>
    </message>
    <message>
        <source>What can run it</source>
        <translation>能运行该模型的方案</translation>
    </message>
    <message>
        <source>The figures of the chart above appear here.</source>
        <translation>上方图表的数据显示在此处。</translation>
    </message>
</context>
<context>
    <name>rigwright::CostFigures</name>
    <message>
        <source>%1 to %2</source>
        <comment>range of amounts</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Cumulative cost by month</source>
        <translation>各月累计成本</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>%1, range</source>
        <comment>scenario</comment>
        <translation>%1，范围</translation>
    </message>
    <message>
        <source>Cost by year</source>
        <translation>逐年成本</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>资本支出</translation>
    </message>
    <message>
        <source>Operating</source>
        <translation>运营支出</translation>
    </message>
    <message>
        <source>Paid in the year</source>
        <translation>当年支付</translation>
    </message>
    <message>
        <source>Depreciation</source>
        <translation>折旧</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>成本构成</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支出项目</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Cost per million output tokens by utilization</source>
        <translation>不同使用率下每百万输出词元的成本</translation>
    </message>
    <message>
        <source>Utilization</source>
        <translation>使用率</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自建</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>Hosted API</source>
        <translation>托管 API</translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation>影响最大的因素</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>因素</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>Owning saves, at the low end</source>
        <translation>取低值时自建节省</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>Owning saves, at the high end</source>
        <translation>取高值时自建节省</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>your own range</source>
        <translation>您自定的范围</translation>
    </message>
</context>
<context>
    <name>rigwright::CostReport</name>
    <message>
        <source>%1 kg</source>
        <translation>%1 kg</translation>
    </message>
    <message>
        <source>bill of materials</source>
        <translation>物料清单</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Present value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Per million tokens</source>
        <translation>每百万词元</translation>
    </message>
    <message>
        <source>CO₂e, estimate</source>
        <translation>CO₂e（估算）</translation>
    </message>
    <message>
        <source>Price of</source>
        <translation>价格依据</translation>
    </message>
    <message>
        <source>%1 (speed unknown: not compared)</source>
        <translation>%1（速度未知：未参与比较）</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>设定者</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>default of the program</source>
        <translation>程序默认值</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>worked out from the machine</source>
        <translation>由整机推算</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Cloud or own</source>
        <translation>云端还是自建</translation>
    </message>
    <message>
        <source>%1 · catalog of %2 · %3</source>
        <translation>%1 · 目录日期 %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, finding</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation>没有可显示的内容。</translation>
    </message>
    <message>
        <source>There is no comparison to report yet.</source>
        <translation>尚无可生成报告的比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n more cost more, or can&apos;t be compared.</source>
        <translation>
            <numerusform>另有 %n 个方案更贵或无法比较。</numerusform>
        </translation>
    </message>
    <message>
        <source>Assumptions and sources</source>
        <translation>假设与来源</translation>
    </message>
</context>
<context>
    <name>rigwright::CostSourcesModel</name>
    <message>
        <source>catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>rigwright::CostSourcesView</name>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n 个数值</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2 项</translation>
    </message>
    <message>
        <source>No figure contains these words.</source>
        <translation>没有包含这些文字的数值。</translation>
    </message>
    <message>
        <source>Where every figure of a comparison comes from stands here.</source>
        <translation>比较所用各数值的来源显示在此处。</translation>
    </message>
    <message>
        <source>Filter: tariff, AWS, default …</source>
        <translation>筛选：电价、AWS、默认…</translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation>筛选来源</translation>
    </message>
    <message>
        <source>Sources of the figures</source>
        <translation>数值来源</translation>
    </message>
</context>
<context>
    <name>rigwright::CostStatement</name>
    <message>
        <source>At %1 hours a day</source>
        <translation>每天使用 %1 小时</translation>
    </message>
    <message>
        <source>At %1 of what the machine can do</source>
        <translation>按整机能力的 %1 使用</translation>
    </message>
    <message>
        <source>At this use</source>
        <translation>按当前使用</translation>
    </message>
    <message>
        <source>from %1 hours a day on</source>
        <translation>每天使用 %1 小时起</translation>
    </message>
    <message>
        <source>from %1 of what the machine can do on</source>
        <translation>达到整机能力的 %1 起</translation>
    </message>
    <message numerus="yes">
        <source>%1 owning is cheapest over %n years</source>
        <translation>
            <numerusform>%1，%n 年内自建最便宜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 the API is cheapest over %n years</source>
        <translation>
            <numerusform>%1，%n 年内 API 最便宜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 the cloud is cheapest over %n years</source>
        <translation>
            <numerusform>%1，%n 年内云端最便宜</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 owning beats the cloud</source>
        <translation>%1自建比云端便宜</translation>
    </message>
    <message>
        <source>no use makes owning beat the cloud</source>
        <translation>无论使用多少，自建都不比云端便宜</translation>
    </message>
    <message>
        <source>%1 it beats the API</source>
        <translation>%1自建比 API 便宜</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between clauses</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Owning pays for itself after %1, against %2.</source>
        <translation>相比 %2，自建 %1回本。</translation>
    </message>
    <message>
        <source>Owning does not pay for itself: %1.</source>
        <translation>自建不能回本：%1。</translation>
    </message>
    <message>
        <source>At best it does after %1.</source>
        <translation>最好的情况下 %1回本。</translation>
    </message>
    <message>
        <source>%1 at the start, %2 a month.</source>
        <translation>初期 %1，每月 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1; cloud %2, API %3.</source>
        <translation>
            <numerusform>自建 %n 年共 %1；云端 %2，API %3。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1; cloud %2.</source>
        <translation>
            <numerusform>自建 %n 年共 %1；云端 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1; API %2.</source>
        <translation>
            <numerusform>自建 %n 年共 %1；API %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1.</source>
        <translation>
            <numerusform>自建 %n 年共 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Electricity is not counted: enter what a kilowatt-hour costs.</source>
        <translation>未计电费：请填写每千瓦时电价。</translation>
    </message>
</context>
<context>
    <name>rigwright::CostSteps</name>
    <message>
        <source>Costs: country</source>
        <translation>成本：国家</translation>
    </message>
    <message>
        <source>Costs: years</source>
        <translation>成本：年数</translation>
    </message>
    <message>
        <source>Costs: use</source>
        <translation>成本：使用</translation>
    </message>
    <message>
        <source>Costs: purchase</source>
        <translation>成本：采购</translation>
    </message>
    <message>
        <source>Costs: financing</source>
        <translation>成本：融资</translation>
    </message>
    <message>
        <source>Costs: residual value</source>
        <translation>成本：残值</translation>
    </message>
    <message>
        <source>Costs: electricity</source>
        <translation>成本：电力</translation>
    </message>
    <message>
        <source>Costs: running</source>
        <translation>成本：运行</translation>
    </message>
    <message>
        <source>Costs: cloud</source>
        <translation>成本：云端</translation>
    </message>
    <message>
        <source>Costs: hosted API</source>
        <translation>成本：托管 API</translation>
    </message>
    <message>
        <source>Costs: discount rate</source>
        <translation>成本：折现率</translation>
    </message>
    <message>
        <source>Costs: carbon</source>
        <translation>成本：碳排放</translation>
    </message>
    <message>
        <source>Costs: ranges</source>
        <translation>成本：范围</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
</context>
<context>
    <name>rigwright::CostTableModel</name>
    <message>
        <source>Own: %1</source>
        <translation>自建：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>cloud offer, pricing model</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>bill of materials</source>
        <translation>物料清单</translation>
    </message>
    <message>
        <source>The speed of this hardware, or of several instances together, is not known</source>
        <translation>该硬件或多个实例合用的速度未知</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>Per 1M tokens</source>
        <translation>每百万词元</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>old</source>
        <translation>过旧</translation>
    </message>
    <message>
        <source>Own, at the peak also %1</source>
        <translation>自建，高峰时加用 %1</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>%1 kg</source>
        <translation>%1 kg</translation>
    </message>
    <message>
        <source>It holds the model, but how fast it runs it is not known; so it is never compared with owning. The total is for one set of instances in the hours with requests.</source>
        <translation>能容纳该模型，但运行速度未知，因此不与自建比较。总计按一组实例在有请求的小时数计算。</translation>
    </message>
    <message>
        <source>It answers %1 of the requests; more come at the peak than it can answer.</source>
        <translation>可应答 %1 的请求；高峰时的请求多于其处理能力。</translation>
    </message>
    <message>
        <source>Nobody hosts this model: %1 is the nearest of its family.</source>
        <translation>没有服务商托管此模型：%1 是同系列中最接近的。</translation>
    </message>
    <message>
        <source>Nobody hosts this model or its family: %1 is the nearest in size.</source>
        <translation>没有服务商托管此模型或其系列：%1 是规模最接近的。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>按需扩展</translation>
    </message>
    <message>
        <source>After which owning costs no more than this</source>
        <translation>自建费用在此之后不再高于此项</translation>
    </message>
    <message>
        <source>An estimate: the electricity over the years at the carbon that is assumed</source>
        <translation>估算：历年用电乘以所假设的碳排放</translation>
    </message>
    <message>
        <source>speed unknown</source>
        <translation>速度未知</translation>
    </message>
    <message>
        <source>Pays after</source>
        <translation>回本时间</translation>
    </message>
    <message>
        <source>Requests/h</source>
        <translation>请求/小时</translation>
    </message>
    <message>
        <source>Per GPU-hour</source>
        <translation>每 GPU 小时</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例数</translation>
    </message>
    <message>
        <source>Present value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>CO₂e</source>
        <translation>CO₂e</translation>
    </message>
</context>
<context>
    <name>rigwright::CostWords</name>
    <message>
        <source>less than a month</source>
        <translation>不到一个月</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (from %2, perhaps never)</source>
        <comment>months</comment>
        <translation>%1（最早 %2，也可能永不）</translation>
    </message>
    <message>
        <source>%1 (%2–%3)</source>
        <comment>months, range</comment>
        <translation>%1（%2–%3）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions; Chinese: hundred millions</comment>
        <translation>%1亿</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands; Chinese: ten thousands</comment>
        <translation>%1万</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Machine price</source>
        <translation>整机价格</translation>
    </message>
    <message>
        <source>Own speed</source>
        <translation>自建速度</translation>
    </message>
    <message>
        <source>Power draw</source>
        <translation>功耗</translation>
    </message>
    <message>
        <source>Electricity price</source>
        <translation>电价</translation>
    </message>
    <message>
        <source>Cooling overhead</source>
        <translation>散热开销</translation>
    </message>
    <message>
        <source>Running costs</source>
        <translation>运行成本</translation>
    </message>
    <message>
        <source>Residual value</source>
        <translation>残值</translation>
    </message>
    <message>
        <source>Cloud price</source>
        <translation>云端价格</translation>
    </message>
    <message>
        <source>Cloud speed</source>
        <translation>云端速度</translation>
    </message>
    <message>
        <source>API price</source>
        <translation>API 价格</translation>
    </message>
    <message>
        <source>as assumed</source>
        <translation>按假设</translation>
    </message>
    <message>
        <source>−%1 %</source>
        <translation>−%1 %</translation>
    </message>
    <message>
        <source>+%1 %</source>
        <translation>+%1 %</translation>
    </message>
</context>
<context>
    <name>rigwright::CostsPage</name>
    <message>
        <source>What a machine costs over the years, against the cloud and a hosted API, appears here once one meets the requirement.</source>
        <translation>有整机满足需求后，此处显示其历年成本，并与云端和托管 API 对比。</translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation>影响最大的因素</translation>
    </message>
</context>
<context>
    <name>rigwright::DetailTable</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Of the checkpoint</source>
        <translation>检查点之中</translation>
    </message>
    <message>
        <source>Scales and zero points</source>
        <translation>缩放值与零点</translation>
    </message>
    <message>
        <source>Part of the weights, beside the values</source>
        <translation>属于权重，与数值并列存放</translation>
    </message>
    <message>
        <source>Layers for multi-token prediction</source>
        <translation>多词元预测层</translation>
    </message>
    <message>
        <source>Beside the text model; an engine that does not use them leaves them out</source>
        <translation>在文本模型之外；不使用它的引擎不会加载</translation>
    </message>
    <message>
        <source>Vision and audio encoders</source>
        <translation>视觉与音频编码器</translation>
    </message>
    <message>
        <source>On all devices and in RAM</source>
        <translation>全部设备与内存合计</translation>
    </message>
    <message>
        <source>The model alone</source>
        <translation>仅模型本身</translation>
    </message>
    <message>
        <source>Buffers reserved</source>
        <translation>已预留的缓冲</translation>
    </message>
    <message>
        <source>Compute and output buffers as the engine allocates them</source>
        <translation>引擎分配的计算缓冲与输出缓冲</translation>
    </message>
    <message>
        <source>Buffers really written</source>
        <translation>实际写入的缓冲</translation>
    </message>
    <message>
        <source>What work writes of them; the rest is address space</source>
        <translation>工作中真正写入的部分；其余只是地址空间</translation>
    </message>
    <message>
        <source>Host RAM to load and run</source>
        <translation>加载与运行所需的主机内存</translation>
    </message>
    <message>
        <source>Mapped from files</source>
        <translation>从文件映射</translation>
    </message>
    <message>
        <source>Pages that the system may drop again</source>
        <translation>系统可以再次释放的页面</translation>
    </message>
    <message>
        <source>Repacked copies</source>
        <translation>重排副本</translation>
    </message>
    <message>
        <source>Second copies of weights in the CPU&apos;s own order</source>
        <translation>按 CPU 排列方式生成的权重副本</translation>
    </message>
    <message>
        <source>Pinned buffers</source>
        <translation>锁页缓冲</translation>
    </message>
    <message>
        <source>Page-locked, for transfers to the devices</source>
        <translation>锁定页面，用于向设备传输</translation>
    </message>
    <message>
        <source>Data workers</source>
        <translation>数据进程</translation>
    </message>
    <message>
        <source>Processes that feed training data</source>
        <translation>提供训练数据的进程</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>While loading or running</source>
        <translation>加载或运行期间</translation>
    </message>
    <message>
        <source>Rule of thumb</source>
        <translation>经验值</translation>
    </message>
    <message>
        <source>What guides say, to compare with</source>
        <translation>指南中的说法，供比较</translation>
    </message>
    <message>
        <source>Pool of keys and values</source>
        <translation>键值缓存池</translation>
    </message>
    <message>
        <source>On the device with the smallest</source>
        <translation>在最小的设备上</translation>
    </message>
    <message>
        <source>Tokens that it holds</source>
        <translation>可容纳词元</translation>
    </message>
    <message>
        <source>Requests of this context</source>
        <translation>此上下文长度的请求数</translation>
    </message>
    <message>
        <source>As the engine prints it when it starts</source>
        <translation>引擎启动时的输出</translation>
    </message>
</context>
<context>
    <name>rigwright::Differences</name>
    <message>
        <source>%1 is not in the catalog any more</source>
        <translation>%1 已不在目录中</translation>
    </message>
    <message>
        <source>%1 costs more: %2, was %3</source>
        <translation>%1 涨价：%2，原为 %3</translation>
    </message>
    <message>
        <source>%1 costs less: %2, was %3</source>
        <translation>%1 降价：%2，原为 %3</translation>
    </message>
    <message>
        <source>%1 has no price any more, was %2</source>
        <translation>%1 已无价格，原为 %2</translation>
    </message>
    <message>
        <source>%1 has a price now: %2</source>
        <translation>%1 现有价格：%2</translation>
    </message>
</context>
<context>
    <name>rigwright::DocumentExport</name>
    <message>
        <source>cancelled, nothing was written</source>
        <translation>已取消，未写入任何内容</translation>
    </message>
</context>
<context>
    <name>rigwright::EngineSection</name>
    <message>
        <source>Hide engine settings</source>
        <translation>收起引擎设置</translation>
    </message>
    <message>
        <source>Engine settings</source>
        <translation>引擎设置</translation>
    </message>
    <message>
        <source>Micro-&amp;batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash 注意力</translation>
    </message>
    <message>
        <source>One cache for all sequences</source>
        <translation>所有序列共用一个缓存</translation>
    </message>
    <message>
        <source>Whole context in sliding windows</source>
        <translation>滑动窗口层保留完整上下文</translation>
    </message>
    <message>
        <source>Memory s&amp;hare</source>
        <translation>显存占比</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Tokens a step</source>
        <translation>每步词元</translation>
    </message>
    <message>
        <source>Requests a step</source>
        <translation>每步请求</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA 图</translation>
    </message>
    <message>
        <source>Files are mapped into memory</source>
        <translation>将文件映射到内存</translation>
    </message>
    <message>
        <source>Prompt reused</source>
        <translation>输入复用</translation>
    </message>
    <message>
        <source>Share of the prompt whose keys and values the engine still has</source>
        <translation>输入中引擎仍保留键值的比例</translation>
    </message>
    <message>
        <source>Drafted tokens</source>
        <translation>草稿词元</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Speculative decoding: tokens that a small model guesses for one step of the large one</source>
        <translation>推测解码：小模型为大模型的一步猜测的词元数</translation>
    </message>
    <message>
        <source>Guessed right</source>
        <translation>猜中比例</translation>
    </message>
</context>
<context>
    <name>rigwright::ExchangeModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>goes with the rest</source>
        <translation>与其余部件兼容</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差价</translation>
    </message>
    <message>
        <source>With the rest</source>
        <translation>与其余部件</translation>
    </message>
</context>
<context>
    <name>rigwright::ExclusionTableModel</name>
    <message>
        <source>none known</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>落选原因</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Nearest machine</source>
        <translation>最接近的整机</translation>
    </message>
    <message>
        <source>such as %1, %2</source>
        <translation>例如 %1，%2</translation>
    </message>
</context>
<context>
    <name>rigwright::ExclusionsView</name>
    <message>
        <source>No candidate was left out.</source>
        <translation>没有候选被排除。</translation>
    </message>
    <message>
        <source>Why not others</source>
        <translation>为何不选其他</translation>
    </message>
</context>
<context>
    <name>rigwright::FigureEditor</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Expected %1, or nothing where it is unknown</source>
        <translation>应为%1；未知则留空</translation>
    </message>
</context>
<context>
    <name>rigwright::FigureText</name>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>maker&apos;s card</source>
        <translation>厂商显卡</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>board</source>
        <translation>主板</translation>
    </message>
    <message>
        <source>memory kit</source>
        <translation>内存套装</translation>
    </message>
    <message>
        <source>drive</source>
        <translation>硬盘</translation>
    </message>
    <message>
        <source>power supply</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>case</source>
        <translation>机箱</translation>
    </message>
    <message>
        <source>cooler</source>
        <translation>散热器</translation>
    </message>
    <message>
        <source>network card</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>complete system</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>算力</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>供电</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>PCIe</source>
        <translation>PCIe</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令集</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>插槽</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>主板</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>散热</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>插座</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>额定功率</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口数</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Endurance</source>
        <translation>写入寿命</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入电源</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>NVIDIA</source>
        <translation>NVIDIA</translation>
    </message>
    <message>
        <source>AMD</source>
        <translation>AMD</translation>
    </message>
    <message>
        <source>Intel</source>
        <translation>Intel</translation>
    </message>
    <message>
        <source>Apple</source>
        <translation>Apple</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>desktops</source>
        <translation>台式机</translation>
    </message>
    <message>
        <source>workstations</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>data centres</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>card without fans</source>
        <translation>无风扇卡</translation>
    </message>
    <message>
        <source>module (SXM, OAM)</source>
        <translation>模组（SXM、OAM）</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>proprietary</source>
        <translation>专有</translation>
    </message>
    <message>
        <source>air</source>
        <translation>风冷</translation>
    </message>
    <message>
        <source>liquid</source>
        <translation>液冷</translation>
    </message>
    <message>
        <source>sourced</source>
        <translation>有来源</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>已比对</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 的数</translation>
    </message>
    <message>
        <source>one of the words of the list</source>
        <translation>列表中的一项</translation>
    </message>
    <message>
        <source>words of the list, each once</source>
        <translation>列表中的若干项，各一次</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>the id of a part, such as rtx-4090</source>
        <translation>部件编号，例如 rtx-4090</translation>
    </message>
    <message>
        <source>a date such as 2026-08-18</source>
        <translation>日期，例如 2026-08-18</translation>
    </message>
    <message>
        <source>a year and month such as 2025-01</source>
        <translation>年月，例如 2025-01</translation>
    </message>
    <message>
        <source>PCIe slots such as 5x16 5x8@16 4x4@16c</source>
        <translation>PCIe 插槽，例如 5x16 5x8@16 4x4@16c</translation>
    </message>
    <message>
        <source>text without spaces at its ends</source>
        <translation>首尾无空格的文字</translation>
    </message>
</context>
<context>
    <name>rigwright::FiguresModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>shipped: %1</source>
        <translation>原值：%1</translation>
    </message>
    <message>
        <source>shipped: %1, was %2 when you changed it</source>
        <translation>原值：%1，您更改时为 %2</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>A machine needs it</source>
        <translation>配机需要此项</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>rigwright::FinancingSection</name>
    <message>
        <source>Financing</source>
        <translation>融资</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>In one sum, by a loan in equal payments, or as a lease that ends</source>
        <translation>一次付清、等额还款的贷款，或到期终止的租赁</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>一次付清</translation>
    </message>
    <message>
        <source>by a loan</source>
        <translation>贷款</translation>
    </message>
    <message>
        <source>as a lease</source>
        <translation>租赁</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利率</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>Nominal; a twelfth of it each month</source>
        <translation>名义年利率；每月计十二分之一</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>Equal payments, the first after a month</source>
        <translation>等额还款，首期在一个月后</translation>
    </message>
    <message>
        <source>Down payment</source>
        <translation>首付</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Share of the purchase that is paid at once</source>
        <translation>购置时立即支付的比例</translation>
    </message>
    <message>
        <source>Sold for</source>
        <translation>转售价</translation>
    </message>
    <message>
        <source>Residual value: share of the hardware&apos;s price for which it is sold at the end</source>
        <translation>残值：期末转售价占硬件价格的比例</translation>
    </message>
    <message>
        <source>Written off in</source>
        <translation>折旧年限</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Depreciation in the books; nothing is paid, and break-even does not depend on it</source>
        <translation>账面折旧；并不实际付款，也不影响回本</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>折旧方式</translation>
    </message>
    <message>
        <source>How the books take the value down</source>
        <translation>账面价值如何递减</translation>
    </message>
    <message>
        <source>evenly</source>
        <translation>直线法</translation>
    </message>
    <message>
        <source>declining</source>
        <translation>余额递减法</translation>
    </message>
    <message>
        <source>Replaced after</source>
        <translation>更换周期</translation>
    </message>
    <message>
        <source>A like machine at the same price takes its place</source>
        <translation>以相同价格换成同样的机器</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>Discount rate</source>
        <translation>折现率</translation>
    </message>
    <message>
        <source>What money is worth less in a year; for present values</source>
        <translation>资金每年贬值的比例；用于计算现值</translation>
    </message>
</context>
<context>
    <name>rigwright::FindingTableModel</name>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>%1 for %2 is left out by this alone</source>
        <translation>%1（%2）仅因此被排除</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>%1: %2 candidates</source>
        <translation>%1：%2 个候选</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>The nearest machine</source>
        <translation>最接近的机器</translation>
    </message>
</context>
<context>
    <name>rigwright::Findings</name>
    <message numerus="yes">
        <source>%n rules hold</source>
        <translation>
            <numerusform>%n 条规则通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blockers</source>
        <translation>
            <numerusform>%n 项不通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n 项警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unverified</source>
        <translation>
            <numerusform>%n 项未核实</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ImportDialog</name>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Model descriptions (%1)</source>
        <translation>模型描述 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message>
        <source>A config.json, a safetensors file or its index, a GGUF file – or a number of parameters such as 7B for a typical model of that size. Only the description is read, never the weights.</source>
        <translation>config.json、safetensors 文件或其索引、GGUF 文件，或者参数量（如 7B），后者按该规模的典型模型计算。只读取描述，从不读取权重。</translation>
    </message>
    <message>
        <source>File, or a number of parameters</source>
        <translation>文件或参数量</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What was read, what had to be assumed and what stays unknown shows here.</source>
        <translation>这里显示读取到的、不得不假定的以及仍然未知的内容。</translation>
    </message>
    <message>
        <source>Nothing had to be assumed.</source>
        <translation>没有需要假定的内容。</translation>
    </message>
    <message>
        <source>Every dimension is assumed: those of a typical dense model of this size, built as Llama 3 and Qwen 3 are. Its config.json gives figures of its own.</source>
        <translation>所有维度均为假定：采用该规模的典型稠密模型，按 Llama 3 与 Qwen 3 的方式搭建。使用它自己的 config.json 可得到真实数据。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>rigwright::ImportNotes</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>Read from the file</source>
        <translation>从文件读取</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>rigwright::KeptTable</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>rigwright::LaunchView</name>
    <message>
        <source>%1, compose file</source>
        <translation>%1，compose 文件</translation>
    </message>
    <message>
        <source>Before the start</source>
        <translation>启动之前</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>验证方法</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>How to start the engine appears here once a machine meets the requirement.</source>
        <translation>有整机满足需求后，这里显示如何启动引擎。</translation>
    </message>
    <message>
        <source>machine %1</source>
        <translation>整机 %1</translation>
    </message>
</context>
<context>
    <name>rigwright::LimitsSection</name>
    <message>
        <source>Enter what the machine may cost.</source>
        <translation>请填写整机预算。</translation>
    </message>
    <message>
        <source>Budget and limits</source>
        <translation>预算与限制</translation>
    </message>
    <message>
        <source>&amp;Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Wall po&amp;wer</source>
        <translation>墙上功率</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Fo&amp;rm</source>
        <translation>机箱</translation>
    </message>
    <message>
        <source>&amp;GPU maker</source>
        <translation>GPU 厂商</translation>
    </message>
    <message>
        <source>ECC memory in the host</source>
        <translation>主机使用 ECC 内存</translation>
    </message>
    <message>
        <source>Part of the model may lie in RAM</source>
        <translation>允许部分模型放在内存</translation>
    </message>
</context>
<context>
    <name>rigwright::LimitsView</name>
    <message>
        <source>Working out what each limit keeps out …</source>
        <translation>正在计算每项限制排除了什么…</translation>
    </message>
    <message>
        <source>No limit keeps a better machine out.</source>
        <translation>没有限制排除更好的机器。</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>价格 %1</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>速度 %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Raise the budget to %1</source>
        <translation>将预算提高到 %1</translation>
    </message>
    <message>
        <source>Drop this limit</source>
        <translation>取消此限制</translation>
    </message>
    <message>
        <source>What the limits cost</source>
        <translation>限制的代价</translation>
    </message>
</context>
<context>
    <name>rigwright::LineEdits</name>
    <message>
        <source>expected what is to be bought</source>
        <translation>应写明要购买什么</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>料号</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Supplier&apos;s no.</source>
        <translation>供应商料号</translation>
    </message>
    <message>
        <source>Internal no.</source>
        <translation>内部编号</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Spares</source>
        <translation>备件</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>field of a line</comment>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Approval of %1</source>
        <translation>批准 %1</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新服务</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>添加服务</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>rigwright::LineTools</name>
    <message>
        <source>Other parts …</source>
        <translation>其他部件…</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>添加服务</translation>
    </message>
    <message>
        <source>Remove the service</source>
        <translation>移除服务</translation>
    </message>
</context>
<context>
    <name>rigwright::MachineCompareTable</name>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>The rules</source>
        <translation>规则</translation>
    </message>
    <message numerus="yes">
        <source>%n broken</source>
        <translation>
            <numerusform>违反 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>kept</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>tokens/s each</source>
        <translation>每用户词元/秒</translation>
    </message>
    <message>
        <source>tokens/s of all</source>
        <translation>总词元/秒</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>Limited by</source>
        <translation>受限于</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>On the fullest accelerator; on a machine without one, of the RAM</source>
        <translation>最满的加速器上的；没有加速器的机器则为内存</translation>
    </message>
    <message>
        <source>Power at work</source>
        <translation>工作功耗</translation>
    </message>
    <message>
        <source>Power idle</source>
        <translation>空闲功耗</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>%1 dB(A)</source>
        <translation>%1 dB(A)</translation>
    </message>
    <message>
        <source>Room for cards</source>
        <translation>可加卡数</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation>%1，不同</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1，最佳</translation>
    </message>
    <message>
        <source>%1: the best of these machines</source>
        <translation>%1：这些机器中最佳</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>VRAM, GiB</source>
        <translation>显存，GiB</translation>
    </message>
    <message>
        <source>RAM, GiB</source>
        <translation>内存，GiB</translation>
    </message>
    <message>
        <source>Free, GiB</source>
        <translation>空闲，GiB</translation>
    </message>
</context>
<context>
    <name>rigwright::MachineEditor</name>
    <message>
        <source>%1 of %2 go with the rest</source>
        <translation>%2 个中有 %1 个与其余部件兼容</translation>
    </message>
    <message>
        <source>To add: %1</source>
        <translation>要添加：%1</translation>
    </message>
    <message>
        <source>Instead of %1</source>
        <translation>替换 %1</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>No part yet: add the first one, and everything else is judged by it.</source>
        <translation>还没有部件：添加第一个，其余部件都按它来判断。</translation>
    </message>
    <message>
        <source>the model fits</source>
        <translation>模型放得下</translation>
    </message>
    <message>
        <source>the model is too large</source>
        <translation>模型放不下</translation>
    </message>
    <message>
        <source>speed unknown</source>
        <translation>速度未知</translation>
    </message>
    <message>
        <source>The machine needs a name</source>
        <translation>机器需要一个名称</translation>
    </message>
    <message>
        <source>Leave the machine?</source>
        <translation>离开这台机器？</translation>
    </message>
    <message>
        <source>What you changed has not been saved.</source>
        <translation>您的更改尚未保存。</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Number of this part</source>
        <translation>该部件的数量</translation>
    </message>
    <message>
        <source>Power cap</source>
        <translation>功率上限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Power cap of each accelerator</source>
        <translation>每个加速器的功率上限</translation>
    </message>
    <message>
        <source>What each accelerator is held to, below its board power</source>
        <translation>每个加速器限定的功率，低于其板卡功率</translation>
    </message>
    <message>
        <source>Find a part</source>
        <translation>查找部件</translation>
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
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as another</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Parts of the machine</source>
        <translation>机器的部件</translation>
    </message>
    <message>
        <source>No part yet.</source>
        <translation>还没有部件。</translation>
    </message>
    <message>
        <source>Parts that may stand here</source>
        <translation>可用于此处的部件</translation>
    </message>
    <message>
        <source>Choose a line at the left, or add one.</source>
        <translation>在左侧选择一行，或添加一行。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Nothing to say.</source>
        <translation>没有问题。</translation>
    </message>
</context>
<context>
    <name>rigwright::MachineLinesModel</name>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The catalog has no such part any more; choose another one</source>
        <translation>目录中已没有该部件；请另选一个</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>rigwright::MachineListModel</name>
    <message>
        <source>broken</source>
        <translation>违反规则</translation>
    </message>
    <message>
        <source>part gone</source>
        <translation>部件已消失</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>放不下</translation>
    </message>
</context>
<context>
    <name>rigwright::MainWindow</name>
    <message>
        <source>Catalog %1 · %2 parts</source>
        <translation>目录 %1 · %2 个部件</translation>
    </message>
    <message>
        <source>1 USD = %1 %2 (%3)</source>
        <translation>1 USD = %1 %2（%3）</translation>
    </message>
    <message>
        <source>Front found in %1 ms</source>
        <translation>%1 毫秒求得前沿</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export bill of materials …</source>
        <translation>导出物料清单(&amp;E)…</translation>
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
        <source>&amp;Find a model</source>
        <translation>查找模型(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
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
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Rigwright</source>
        <translation>关于 Rigwright(&amp;A)</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存与内存</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>整机方案</translation>
    </message>
    <message>
        <source>Cloud or own</source>
        <translation>云端还是自建</translation>
    </message>
    <message>
        <source>Bill of materials</source>
        <translation>物料清单</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>About Rigwright</source>
        <translation>关于 Rigwright</translation>
    </message>
    <message>
        <source>Sizes, prices and specifies hardware for large language models.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;br&gt;&lt;br&gt;Built with Qt and Qt Charts (GPL 3), SQLite (public domain), libxlsxwriter (BSD), libzip (BSD), nlohmann json and CLI11 (MIT, BSD), tl::expected (CC0).&lt;br&gt;&lt;br&gt;Prices and data sheets of the catalog come from the sources that each part names.</source>
        <translation>为大语言模型估算、报价并选定硬件。&lt;br&gt;&lt;br&gt;自由软件，依 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。&lt;br&gt;&lt;br&gt;基于 Qt 与 Qt Charts（GPL 3）、SQLite（公有领域）、libxlsxwriter（BSD）、libzip（BSD）、nlohmann json 与 CLI11（MIT、BSD）、tl::expected（CC0）构建。&lt;br&gt;&lt;br&gt;目录中的价格和规格来自各部件所注明的来源。</translation>
    </message>
    <message>
        <source>Ctrl+K finds a model</source>
        <translation>Ctrl+K 查找模型</translation>
    </message>
    <message>
        <source>The imported model can&apos;t be read any more (%1). This one stands in its place.</source>
        <translation>导入的模型已无法读取（%1），暂以此模型代替。</translation>
    </message>
    <message>
        <source>&amp;Import a model …</source>
        <translation>导入模型(&amp;I)…</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>My &amp;measurements …</source>
        <translation>我的测量(&amp;M)…</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Your own catalog can&apos;t be used: %1. Only shipped parts count, and nothing can be changed until it is mended.</source>
        <translation>无法使用您自己的目录：%1。目前只采用内置部件，修复之前不能更改。</translation>
    </message>
    <message numerus="yes">
        <source>The shipped catalog has changed figures of %n parts that you had edited. Your figures still count.</source>
        <translation>
            <numerusform>内置目录更改了您修改过的 %n 个部件的数值。仍以您的数值为准。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Import &amp;parts and prices …</source>
        <translation>导入部件和价格(&amp;P)…</translation>
    </message>
    <message>
        <source>Export the &amp;catalog …</source>
        <translation>导出目录(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Find a &amp;part</source>
        <translation>查找部件(&amp;P)</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Rigwright projects (*.rigwright)</source>
        <translation>Rigwright 项目 (*.rigwright)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Export the difference</source>
        <translation>导出差异</translation>
    </message>
    <message>
        <source>Documents (*.xlsx *.csv *.pdf *.html *.md *.json)</source>
        <translation>文档 (*.xlsx *.csv *.pdf *.html *.md *.json)</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>保存对“%1”的更改？</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则更改将丢失。</translation>
    </message>
    <message>
        <source>The project can&apos;t be opened.</source>
        <translation>无法打开项目。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be changed here.</source>
        <translation>“%1”在此无法更改。</translation>
    </message>
    <message>
        <source>%1

Read-only, it can be saved under another name.</source>
        <translation>%1

以只读方式打开后，可另存为其他名称。</translation>
    </message>
    <message>
        <source>Open &amp;read-only</source>
        <translation>以只读方式打开(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Not saved: %1.</source>
        <translation>未保存：%1。</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>This project is read-only: another window has it, or it can&apos;t be written.</source>
        <translation>此项目为只读：另一窗口正在使用，或无法写入。</translation>
    </message>
    <message numerus="yes">
        <source>Prices as of %1; the catalog has changed %n of them.</source>
        <translation>
            <numerusform>价格截至 %1；目录中其中 %n 个已变动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Re-price …</source>
        <translation>重新定价…</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Pro&amp;ject</source>
        <translation>项目(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Name and notes …</source>
        <translation>名称与备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Re-&amp;price …</source>
        <translation>重新定价(&amp;P)…</translation>
    </message>
    <message>
        <source>New &amp;revision …</source>
        <translation>新版次(&amp;R)…</translation>
    </message>
    <message>
        <source>Re&amp;visions …</source>
        <translation>版次(&amp;V)…</translation>
    </message>
    <message>
        <source>Machine: %1</source>
        <translation>整机：%1</translation>
    </message>
    <message>
        <source>Cases of costs</source>
        <translation>成本情景</translation>
    </message>
    <message>
        <source>%1[*] (read-only) – Rigwright</source>
        <translation>%1[*]（只读） – Rigwright</translation>
    </message>
    <message>
        <source>%1[*] – Rigwright</source>
        <translation>%1[*] – Rigwright</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Re-price</source>
        <translation>重新定价</translation>
    </message>
    <message>
        <source>There is nothing to keep: %1.</source>
        <translation>没有可保存的内容：%1。</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>%1 changes.xlsx</source>
        <translation>%1 变更.xlsx</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Not undone: %1.</source>
        <translation>未撤销：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Prices as of %1; %n of the quotes expired since then.</source>
        <translation>
            <numerusform>价格截至 %1；此后有 %n 份报价已过期。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::MeasurementsDialog</name>
    <message>
        <source>A benchmark&apos;s output</source>
        <translation>基准测试的输出</translation>
    </message>
    <message>
        <source>Benchmarks (%1)</source>
        <translation>基准测试 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>与文件一致</translation>
    </message>
    <message>
        <source>Choose it above.</source>
        <translation>请在上方选择。</translation>
    </message>
    <message>
        <source>%1 with %2: answers %3, prompts %4 of the estimate</source>
        <translation>%1，%2：回答为估计的 %3，提示为估计的 %4</translation>
    </message>
    <message>
        <source>%1: no run says anything of this device alone</source>
        <translation>%1：没有一次运行只说明这一设备</translation>
    </message>
    <message>
        <source>My measurements</source>
        <translation>我的测量</translation>
    </message>
    <message>
        <source>The output of llama-bench (JSON, CSV or its table) or of vLLM&apos;s benchmarks (JSON), measured on a device of yours. What it says corrects every speed of that device with that engine, on this computer alone, until you remove it.</source>
        <translation>llama-bench（JSON、CSV 或其表格）或 vLLM 基准测试（JSON）的输出，在您自己的设备上测得。它会校正该设备在该引擎下的所有速度，只在这台电脑上有效，直到您将其移除。</translation>
    </message>
    <message>
        <source>File with a benchmark&apos;s output, chosen or dropped here</source>
        <translation>基准测试的输出文件，可选择或拖放到这里</translation>
    </message>
    <message>
        <source>File with a benchmark&apos;s output</source>
        <translation>基准测试的输出文件</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices together</source>
        <translation>同时使用的设备数</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Measured and estimated speeds</source>
        <translation>测量与估计的速度</translation>
    </message>
    <message>
        <source>Measured speeds beside their estimates show here, before anything is kept.</source>
        <translation>保存之前，这里先列出测量的速度及其估计。</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Kept measurements</source>
        <translation>已保存的测量</translation>
    </message>
    <message>
        <source>Nothing yet. Estimates stand as published measurements of others have it.</source>
        <translation>还没有。估计仅依据他人公开的测量。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo removal</source>
        <translation>撤销移除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>rigwright::MemoryBars</name>
    <message>
        <source>Model alone</source>
        <translation>仅模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>VRAM, each</source>
        <translation>显存（每张）</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>Where the memory goes</source>
        <translation>显存与内存去向</translation>
    </message>
</context>
<context>
    <name>rigwright::MemoryPage</name>
    <message>
        <source>Where the memory goes</source>
        <translation>显存与内存去向</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Memory over context</source>
        <translation>显存与内存随上下文的变化</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Memory over sequence length</source>
        <translation>显存与序列长度</translation>
    </message>
    <message>
        <source>Longest sequence that fits</source>
        <translation>可容纳的最长序列</translation>
    </message>
    <message>
        <source>Longest context that fits</source>
        <translation>可容纳的最长上下文</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>Most requests at once</source>
        <translation>最多并发请求</translation>
    </message>
    <message>
        <source>Requests of this context that fit as the model is laid out now</source>
        <translation>按当前放置方式可容纳的此上下文长度的请求数</translation>
    </message>
    <message>
        <source>Buffers written, of those reserved</source>
        <translation>实际写入／预留缓冲</translation>
    </message>
    <message>
        <source>%1 of %2 GiB</source>
        <translation>%1／%2 GiB</translation>
    </message>
    <message>
        <source>%1 GiB · rule of thumb %2</source>
        <translation>%1 GiB · 经验值 %2</translation>
    </message>
    <message>
        <source>RAM to load and run, at most</source>
        <translation>加载与运行的内存峰值</translation>
    </message>
    <message>
        <source>Pool of keys and values holds</source>
        <translation>键值缓存池可容纳</translation>
    </message>
</context>
<context>
    <name>rigwright::MemorySide</name>
    <message>
        <source>Precisions</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>放置方式</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Precisions side by side</source>
        <translation>各精度对比</translation>
    </message>
    <message>
        <source>Placements considered</source>
        <translation>考虑过的放置方式</translation>
    </message>
    <message>
        <source>Figures in detail</source>
        <translation>明细数据</translation>
    </message>
    <message>
        <source>Every way to lay the model out shows here once a machine is found.</source>
        <translation>找到机器后，这里显示模型的每种放置方式。</translation>
    </message>
</context>
<context>
    <name>rigwright::MendView</name>
    <message>
        <source>Choose a reason with a machine to mend.</source>
        <translation>选择一个有可补救机器的原因。</translation>
    </message>
    <message>
        <source>Looking for the smallest changes …</source>
        <translation>正在查找最小的更改…</translation>
    </message>
    <message>
        <source>Nothing is wrong with it but its price.</source>
        <translation>除价格外没有问题。</translation>
    </message>
    <message>
        <source>No three changes mend it.</source>
        <translation>三项以内的更改无法补救。</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>如何补救</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>采用这些设置</translation>
    </message>
</context>
<context>
    <name>rigwright::ModelField</name>
    <message>
        <source>No model of this name. Near: %1</source>
        <translation>没有这个名称的模型。相近的有：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Import a model …</source>
        <translation>导入模型…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
</context>
<context>
    <name>rigwright::ModelSection</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>窗口 %1</translation>
    </message>
    <message>
        <source>linear attention</source>
        <translation>线性注意力</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>权重精度</translation>
    </message>
    <message>
        <source>&amp;KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 bit</translation>
    </message>
    <message>
        <source>Quantized with an importance matrix</source>
        <translation>量化时使用重要性矩阵</translation>
    </message>
    <message>
        <source>The quantizer then mixes other types into these weights</source>
        <translation>此时量化器会在这些权重中混用其他类型</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>A typical model of this size</source>
        <translation>该规模的典型模型</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Its figures are not confirmed</source>
        <translation>其数据未经证实</translation>
    </message>
</context>
<context>
    <name>rigwright::MoreLimitsSection</name>
    <message>
        <source>maker&apos;s own</source>
        <translation>厂商自有</translation>
    </message>
    <message>
        <source>Hide more limits</source>
        <translation>收起更多限制</translation>
    </message>
    <message>
        <source>More limits, parts at hand</source>
        <translation>更多限制、现有部件</translation>
    </message>
    <message>
        <source>More limits, parts at hand · %1 set</source>
        <translation>更多限制、现有部件 · 已设 %1 项</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 V × %2 A</source>
        <translation>%1 V × %2 A</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Circu&amp;it</source>
        <translation>电路(&amp;I)</translation>
    </message>
    <message>
        <source>The circuit of the wall socket and its breaker</source>
        <translation>墙上插座的电路及其断路器</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>电压</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>断路器</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Board si&amp;ze</source>
        <translation>主板尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>&amp;Rank also by</source>
        <translation>另按此排序(&amp;R)</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Mix unequal cards</source>
        <translation>混用不同的卡</translation>
    </message>
    <message>
        <source>Also machines with two kinds of accelerators</source>
        <translation>也包括带两种加速器的机器</translation>
    </message>
    <message>
        <source>At hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Parts that you have: they cost nothing</source>
        <translation>您已有的部件：不计费用</translation>
    </message>
</context>
<context>
    <name>rigwright::MultiChoice</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>rigwright::Names</name>
    <message>
        <source>memory bandwidth</source>
        <translation>显存带宽</translation>
    </message>
    <message>
        <source>host memory</source>
        <translation>内存带宽</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>算力</translation>
    </message>
    <message>
        <source>interconnect</source>
        <translation>互连带宽</translation>
    </message>
    <message>
        <source>engine overhead</source>
        <translation>引擎开销</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>主板</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>SSD</source>
        <translation>固态硬盘</translation>
    </message>
    <message>
        <source>Power supply</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>机箱</translation>
    </message>
    <message>
        <source>Cooler</source>
        <translation>散热器</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Complete system</source>
        <translation>整机系统</translation>
    </message>
    <message>
        <source>on demand</source>
        <translation>按需</translation>
    </message>
    <message>
        <source>spot</source>
        <translation>竞价</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>marketplace</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>street price</source>
        <translation>零售价</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>目录价</translation>
    </message>
    <message>
        <source>MSRP</source>
        <translation>建议零售价</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>sourced</source>
        <translation>有来源</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>已比对</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>不通过</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Any form</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Tower</source>
        <translation>塔式</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>机架</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>QLoRA</source>
        <translation>QLoRA</translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation>全量微调</translation>
    </message>
    <message>
        <source>Pretraining</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>AdamW, 16-bit</source>
        <translation>AdamW，16 位</translation>
    </message>
    <message>
        <source>AdamW, 8-bit</source>
        <translation>AdamW，8 位</translation>
    </message>
    <message>
        <source>Paged AdamW</source>
        <translation>分页 AdamW</translation>
    </message>
    <message>
        <source>Paged AdamW, 8-bit</source>
        <translation>分页 AdamW，8 位</translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation>Adafactor</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不重算</translation>
    </message>
    <message>
        <source>Selective</source>
        <translation>选择性重算</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>逐层重算</translation>
    </message>
    <message>
        <source>All logits</source>
        <translation>完整 logits</translation>
    </message>
    <message>
        <source>Compiled</source>
        <translation>编译融合</translation>
    </message>
    <message>
        <source>In chunks</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Query and value</source>
        <translation>查询与值</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>All linear layers</source>
        <translation>全部线性层</translation>
    </message>
    <message>
        <source>scale per channel</source>
        <translation>按通道缩放</translation>
    </message>
    <message>
        <source>scale per tensor</source>
        <translation>按张量缩放</translation>
    </message>
    <message>
        <source>no groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>double quant.</source>
        <translation>双重量化</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>分组 %1</translation>
    </message>
    <message>
        <source>power</source>
        <translation>功耗</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>free memory</source>
        <translation>空闲显存</translation>
    </message>
    <message>
        <source>room for cards</source>
        <translation>可加卡数</translation>
    </message>
</context>
<context>
    <name>rigwright::NewRevisionDialog</name>
    <message>
        <source>Keeps what is to be bought now, with its prices, so that later states can be compared with it.</source>
        <translation>保存当前的采购内容及其价格，以便与之后的状态比较。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;What has changed, and why</source>
        <translation>变更内容与原因(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>作者(&amp;A)</translation>
    </message>
</context>
<context>
    <name>rigwright::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>rigwright::Offered</name>
    <message>
        <source>16 and 32 bits</source>
        <translation>16 位与 32 位</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>4 bits and fewer</source>
        <translation>4 位及以下</translation>
    </message>
    <message>
        <source>GGUF, K types</source>
        <translation>GGUF，K 类型</translation>
    </message>
    <message>
        <source>GGUF, I types</source>
        <translation>GGUF，I 类型</translation>
    </message>
    <message>
        <source>GGUF, other types</source>
        <translation>GGUF，其他类型</translation>
    </message>
</context>
<context>
    <name>rigwright::OffersModel</name>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>own %1</source>
        <translation>自有 %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>%1 counts: the user&apos;s own price comes first, then the best kind that is not outdated</source>
        <translation>采用%1：您自己的价格优先，其次是未过时的最佳类型</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>What price</source>
        <translation>价格类型</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>rigwright::OrderForm</name>
    <message>
        <source>Document number</source>
        <translation>文件编号</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>成本中心</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Why it is needed</source>
        <translation>采购理由</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>发票抬头</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>贸易术语</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>付款条件</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>需求日期</translation>
    </message>
    <message>
        <source>Discount on all lines, %</source>
        <translation>整单折扣，%</translation>
    </message>
    <message>
        <source>Contingency, %</source>
        <translation>预备费，%</translation>
    </message>
    <message>
        <source>Tax, %</source>
        <translation>税率，%</translation>
    </message>
    <message>
        <source>Shipping, handling and duty, %1</source>
        <translation>运费、手续费与关税，%1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
</context>
<context>
    <name>rigwright::OrderedMachinesModel</name>
    <message>
        <source>Machine %1</source>
        <translation>整机 %1</translation>
    </message>
    <message>
        <source>can&apos;t be priced</source>
        <translation>无法定价</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>可容纳</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>容量不足</translation>
    </message>
    <message>
        <source>breaks rules</source>
        <translation>违反规则</translation>
    </message>
    <message numerus="yes">
        <source>%n without price</source>
        <translation>
            <numerusform>%n 项无价格</numerusform>
        </translation>
    </message>
    <message>
        <source>Spares and services</source>
        <translation>备件与服务</translation>
    </message>
    <message>
        <source>Whole order, with tax</source>
        <translation>整单合计，含税</translation>
    </message>
    <message>
        <source>Whole order, before tax</source>
        <translation>整单合计，税前</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>整机</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>台数</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>rigwright::OrderedMachinesView</name>
    <message>
        <source>Number of systems</source>
        <translation>台数</translation>
    </message>
    <message>
        <source>Show machine: %1</source>
        <translation>显示整机：%1</translation>
    </message>
    <message>
        <source>Name of machine: %1</source>
        <translation>整机名称：%1</translation>
    </message>
    <message>
        <source>Duplicate machine: %1</source>
        <translation>复制整机：%1</translation>
    </message>
    <message>
        <source>Remove machine: %1</source>
        <translation>移除整机：%1</translation>
    </message>
    <message>
        <source>Add machine: %1</source>
        <translation>添加整机：%1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>machine and price</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Machines of the order</source>
        <translation>订单中的整机</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Adds another kind of machine to the order</source>
        <translation>向订单中添加另一种整机</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>The machine selected in Builds</source>
        <translation>整机方案中选定的整机</translation>
    </message>
    <message>
        <source>Another one of Builds</source>
        <translation>整机方案中的其他整机</translation>
    </message>
    <message>
        <source>A saved machine</source>
        <translation>已保存的整机</translation>
    </message>
    <message>
        <source>Choose in Builds …</source>
        <translation>在整机方案中选择 …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>rigwright::OwnedParts</name>
    <message>
        <source>Number of %1</source>
        <translation>%1 的数量</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Find a part to add</source>
        <translation>查找要添加的部件</translation>
    </message>
    <message>
        <source>Parts at hand</source>
        <translation>现有部件</translation>
    </message>
</context>
<context>
    <name>rigwright::PartCompareDialog</name>
    <message>
        <source>Compare parts</source>
        <translation>比较部件</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>仅显示不同之处</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n figures differ</source>
        <translation>
            <numerusform>%n 项不同</numerusform>
        </translation>
    </message>
    <message>
        <source>The parts are alike in all that is known of them.</source>
        <translation>就已知的各项而言，这些部件相同。</translation>
    </message>
    <message>
        <source>Parts side by side</source>
        <translation>部件并排比较</translation>
    </message>
</context>
<context>
    <name>rigwright::PartCompareTable</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, too old</source>
        <translation>%1，过旧</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Age of the price</source>
        <translation>价格时间</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>rigwright::PartForm</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Manufacturer *</source>
        <translation>制造商 *</translation>
    </message>
    <message>
        <source>Name *</source>
        <translation>名称 *</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>制造商</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Both are needed to tell the part from others.</source>
        <translation>两项都需要，以便与其他部件区分。</translation>
    </message>
    <message>
        <source>Fill in its figures afterwards, each in its place. Machines are built of it once every figure marked * is known; until then it stays in the list as incomplete.</source>
        <translation>随后在各处填写数值。标 * 的数值全部已知后才会用于配机；在此之前，它以“不完整”留在列表中。</translation>
    </message>
    <message>
        <source>Add the part</source>
        <translation>添加部件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>rigwright::PartSide</name>
    <message>
        <source>Expected an address such as https://example.com/part</source>
        <translation>应为网址，例如 https://example.com/part</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Add a price …</source>
        <translation>添加价格…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nobody has a price for it yet. Add what you were quoted.</source>
        <translation>尚无价格。可添加您得到的报价。</translation>
    </message>
    <message numerus="yes">
        <source>%n prices in currencies without a rate are left out</source>
        <translation>
            <numerusform>有 %n 个价格的货币没有汇率，未列入</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Address of the part on the web</source>
        <translation>部件的网址</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>您的备注</translation>
    </message>
    <message>
        <source>Your note on the part</source>
        <translation>您对此部件的备注</translation>
    </message>
    <message>
        <source>Anything that you want to remember of this part</source>
        <translation>关于此部件您想记下的内容</translation>
    </message>
</context>
<context>
    <name>rigwright::PlacementTable</name>
    <message>
        <source>fits</source>
        <translation>可容纳</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不可行</translation>
    </message>
    <message>
        <source>What the planner chooses</source>
        <translation>规划器的选择</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>GiB each</source>
        <translation>每个 GiB</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All in RAM</source>
        <translation>全部在内存</translation>
    </message>
    <message>
        <source>Experts in RAM</source>
        <translation>专家在内存</translation>
    </message>
    <message>
        <source>%1 of %2 layers on GPU, experts in RAM</source>
        <translation>%2 层中 %1 层在 GPU，专家在内存</translation>
    </message>
    <message>
        <source>All layers on GPU</source>
        <translation>全部层在 GPU</translation>
    </message>
    <message>
        <source>All layers in RAM</source>
        <translation>全部层在内存</translation>
    </message>
    <message>
        <source>%1 of %2 layers on GPU</source>
        <translation>%2 层中 %1 层在 GPU</translation>
    </message>
    <message>
        <source>One device</source>
        <translation>单个设备</translation>
    </message>
    <message>
        <source>and %1 in RAM</source>
        <translation>另有 %1 在内存</translation>
    </message>
    <message>
        <source>%1, split by rows</source>
        <translation>%1，按行切分</translation>
    </message>
    <message>
        <source>Experts of %1 of %2 layers in RAM</source>
        <translation>%2 层中 %1 层的专家在内存</translation>
    </message>
</context>
<context>
    <name>rigwright::PowerFigures</name>
    <message>
        <source>What follows for the machine</source>
        <translation>由此得出的机器数据</translation>
    </message>
    <message>
        <source>Power under load</source>
        <translation>负载功耗</translation>
    </message>
    <message>
        <source>Power when idle</source>
        <translation>空闲功耗</translation>
    </message>
    <message>
        <source>Electricity a month</source>
        <translation>每月电费</translation>
    </message>
</context>
<context>
    <name>rigwright::PrecisionTable</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>no card</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No speed known on this hardware</source>
        <translation>在该硬件上速度未知</translation>
    </message>
    <message>
        <source>Does not fit on this hardware</source>
        <translation>该硬件装不下</translation>
    </message>
    <message>
        <source>The smallest card that holds it</source>
        <translation>能装下的最小显卡</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重精度</translation>
    </message>
    <message>
        <source>VRAM GiB</source>
        <translation>显存 GiB</translation>
    </message>
    <message>
        <source>RAM GiB</source>
        <translation>内存 GiB</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>显卡</translation>
    </message>
</context>
<context>
    <name>rigwright::PriceForm</name>
    <message>
        <source>anywhere</source>
        <translation>不限地区</translation>
    </message>
    <message>
        <source>Expected a date such as %1</source>
        <translation>应为日期，例如 %1</translation>
    </message>
    <message>
        <source>Expected an amount above zero such as %1</source>
        <translation>应为大于零的金额，例如 %1</translation>
    </message>
    <message>
        <source>Expected the day on which it was asked, not later than today</source>
        <translation>应为报价日期，不晚于今天</translation>
    </message>
    <message>
        <source>Expected a day after the one on which it was asked</source>
        <translation>应晚于报价日期</translation>
    </message>
    <message>
        <source>Expected who asks this price</source>
        <translation>应填写报价方</translation>
    </message>
    <message>
        <source>Amount, before tax</source>
        <translation>金额（不含税）</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>What price</source>
        <translation>价格类型</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>报价日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Who asks it: a shop, a dealer</source>
        <translation>报价方：商店、经销商</translation>
    </message>
    <message>
        <source>Add the price</source>
        <translation>添加价格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>rigwright::PriceHistoryChart</name>
    <message>
        <source>yours: %1, %2</source>
        <translation>您的：%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>counts: %1</source>
        <translation>采用：%1</translation>
    </message>
    <message>
        <source>Nobody has named a price for this part yet.</source>
        <translation>尚无人给出此部件的价格。</translation>
    </message>
    <message numerus="yes">
        <source>older than %n days</source>
        <translation>
            <numerusform>早于 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Date of the price</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>Price, %1</source>
        <translation>价格，%1</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>价格历史</translation>
    </message>
    <message>
        <source>%1: last %2 on %3</source>
        <translation>%1：最近为 %2（%3）</translation>
    </message>
</context>
<context>
    <name>rigwright::ProjectFields</name>
    <message>
        <source>%1: %2</source>
        <comment>field and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>rigwright::ProjectNotesDialog</name>
    <message>
        <source>Name and notes</source>
        <translation>名称与备注</translation>
    </message>
    <message>
        <source>&amp;Name of the project</source>
        <translation>项目名称(&amp;N)</translation>
    </message>
    <message>
        <source>As its file is called</source>
        <translation>与文件同名</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>rigwright::ProjectView</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>rigwright::PurchaseSection</name>
    <message>
        <source>Purchase</source>
        <translation>购置</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>机器数量</translation>
    </message>
    <message>
        <source>Alike; the requests are shared out among them</source>
        <translation>配置相同；请求由各台机器分担</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>On hardware, shipping, installation and spares</source>
        <translation>对硬件、运费、安装和备件征收</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Tax is recovered</source>
        <translation>税可抵扣</translation>
    </message>
    <message>
        <source>As of a business: then it costs nothing</source>
        <translation>如企业：此时税不计入成本</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>With duty; of all machines together</source>
        <translation>含关税；所有机器合计</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Of all machines together</source>
        <translation>所有机器合计</translation>
    </message>
    <message>
        <source>Spare parts</source>
        <translation>备件</translation>
    </message>
    <message>
        <source>Bought with the machines; of the hardware&apos;s price</source>
        <translation>随机器一同购买；占硬件价格的比例</translation>
    </message>
</context>
<context>
    <name>rigwright::QuoteImportDialog</name>
    <message>
        <source>Import a quote</source>
        <translation>导入报价</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2: %n lines with a price</source>
        <translation>
            <numerusform>%1（%2）：%n 行有价格</numerusform>
        </translation>
    </message>
    <message>
        <source>, valid until %1</source>
        <translation>，有效期至 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take the quote</source>
        <translation>采用报价</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>In its place</source>
        <translation>替代件</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of the quote</source>
        <translation>报价行</translation>
    </message>
    <message>
        <source>No line of the file could be taken.</source>
        <translation>文件中没有可采用的行。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is not taken, or to be looked at</source>
        <translation>未采用或需要查看的内容</translation>
    </message>
    <message>
        <source>no price was given</source>
        <translation>未报价</translation>
    </message>
    <message>
        <source>Every line was matched.</source>
        <translation>各行均已匹配。</translation>
    </message>
    <message>
        <source>The form holds no answer.</source>
        <translation>表格中没有答复。</translation>
    </message>
</context>
<context>
    <name>rigwright::QuoteTableModel</name>
    <message>
        <source>All from one supplier, with shipping</source>
        <translation>全部由一家供应，含运费</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are missing</source>
        <translation>
            <numerusform>缺少 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>in its place: %1</source>
        <translation>替代件：%1</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>%n 天内</numerusform>
        </translation>
    </message>
    <message>
        <source>cheapest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>a quote</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不兼容</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price without quotes</source>
        <translation>无报价时的价格</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
</context>
<context>
    <name>rigwright::QuoteText</name>
    <message>
        <source>%1, quote %2</source>
        <comment>supplier and number</comment>
        <translation>%1，报价 %2</translation>
    </message>
    <message>
        <source>a supplier without a name</source>
        <translation>未具名的供应商</translation>
    </message>
</context>
<context>
    <name>rigwright::QuotesView</name>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔 (*.csv)</translation>
    </message>
    <message>
        <source>Import a quote</source>
        <translation>导入报价</translation>
    </message>
    <message>
        <source>Filled-in forms (*.xlsx *.csv)</source>
        <translation>已填写的表格 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Request quotes</source>
        <translation>询价</translation>
    </message>
    <message>
        <source>request-for-quotation</source>
        <comment>file name</comment>
        <translation>询价单</translation>
    </message>
    <message>
        <source>request-for-quotation-%1</source>
        <comment>file name</comment>
        <translation>询价单-%1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Quote of %1</source>
        <translation>%1 的报价</translation>
    </message>
    <message>
        <source>Each part where it is cheapest: %1, without shipping</source>
        <translation>各部件取最低价：%1（不含运费）</translation>
    </message>
    <message numerus="yes">
        <source>; %n parts have no price</source>
        <translation>
            <numerusform>；%n 个部件没有价格</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the quote: %1</source>
        <translation>移除报价：%1</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Request quotes …</source>
        <translation>询价…</translation>
    </message>
    <message>
        <source>Import a quote …</source>
        <translation>导入报价…</translation>
    </message>
    <message>
        <source>Remove a quote</source>
        <translation>移除报价</translation>
    </message>
    <message>
        <source>Quotes of suppliers, side by side</source>
        <translation>各供应商报价对比</translation>
    </message>
    <message>
        <source>Send suppliers a form to fill in, and import what comes back: their prices stand here side by side, and machines are ranked by them.</source>
        <translation>把表格发给供应商填写并导入答复：各家价格在此并列，整机据此重新排序。</translation>
    </message>
</context>
<context>
    <name>rigwright::RangesSection</name>
    <message>
        <source>Your own range</source>
        <translation>您自己的范围</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>How far each figure may come out other than assumed stands here once a machine is compared.</source>
        <translation>对比机器后，此处显示各项数值可能偏离假设的幅度。</translation>
    </message>
    <message>
        <source>How far it may lie below and above what is assumed, in percent</source>
        <translation>可能低于和高于假设的幅度，以百分比计</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1, at the lowest</source>
        <translation>%1，最低</translation>
    </message>
    <message>
        <source>%1, at the highest</source>
        <translation>%1，最高</translation>
    </message>
</context>
<context>
    <name>rigwright::RecoveryDialog</name>
    <message numerus="yes">
        <source>%1, %n machines</source>
        <translation>
            <numerusform>%1，%n 种整机</numerusform>
        </translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>从未保存</translation>
    </message>
    <message>
        <source>Recover projects</source>
        <translation>恢复项目</translation>
    </message>
    <message>
        <source>Rigwright ended before these projects were saved. Their files are as they were saved last; what was changed since can be recovered.</source>
        <translation>Rigwright 在保存这些项目之前已退出。文件仍为上次保存的内容；此后的更改可以恢复。</translation>
    </message>
    <message>
        <source>Projects to recover</source>
        <translation>可恢复的项目</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Last kept</source>
        <translation>最后保留</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>rigwright::Report</name>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>rigwright::RepricingDialog</name>
    <message>
        <source>not in the catalog any more</source>
        <translation>目录中已不存在</translation>
    </message>
    <message>
        <source>costs more</source>
        <translation>涨价</translation>
    </message>
    <message>
        <source>costs less</source>
        <translation>降价</translation>
    </message>
    <message>
        <source>no price any more</source>
        <translation>不再有价格</translation>
    </message>
    <message>
        <source>has a price now</source>
        <translation>现在有价格</translation>
    </message>
    <message>
        <source>Re-price the project</source>
        <translation>为项目重新定价</translation>
    </message>
    <message>
        <source>The catalog of %1 says of every part what the project does, which rests on the catalog of %2.</source>
        <translation>%1 的目录与项目所依据的 %2 目录对每个部件的说法相同。</translation>
    </message>
    <message>
        <source>The project rests on the catalog of %1. That of %2 differs in what follows; the project takes it over in one step that can be undone.</source>
        <translation>项目依据 %1 的目录。%2 的目录有以下不同；采用后为一个可撤销的步骤。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差价</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有变更。</translation>
    </message>
    <message>
        <source>Keep the prices</source>
        <translation>保留价格</translation>
    </message>
    <message>
        <source>&amp;Re-price</source>
        <translation>重新定价(&amp;R)</translation>
    </message>
    <message>
        <source>Since the project was priced, its prices have changed as follows; the project takes them over in one step that can be undone.</source>
        <translation>项目定价之后，其价格有以下改动；采用后为一个可撤销的步骤。</translation>
    </message>
    <message>
        <source>The catalog says of every part what the project does.</source>
        <translation>目录对每个部件的说法与项目相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n quoted price(s) expired on %1</source>
        <translation>
            <numerusform>%n 项报价价格已于 %1 过期</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>rigwright::RequirementPanel</name>
    <message>
        <source>Requirement</source>
        <translation>需求</translation>
    </message>
</context>
<context>
    <name>rigwright::RequirementSteps</name>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Importance matrix</source>
        <translation>重要性矩阵</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>同时用户数</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>Time of a token</source>
        <translation>每个词元的时间</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>One cache for all sequences</source>
        <translation>全部序列共用缓存</translation>
    </message>
    <message>
        <source>Mapped files</source>
        <translation>文件映射</translation>
    </message>
    <message>
        <source>Sliding windows</source>
        <translation>滑动窗口</translation>
    </message>
    <message>
        <source>Memory share</source>
        <translation>显存占比</translation>
    </message>
    <message>
        <source>Tokens a step</source>
        <translation>每步词元数</translation>
    </message>
    <message>
        <source>Requests a step</source>
        <translation>每步请求数</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA 图</translation>
    </message>
    <message>
        <source>Prompt reused</source>
        <translation>提示复用</translation>
    </message>
    <message>
        <source>Drafted tokens</source>
        <translation>草稿词元</translation>
    </message>
    <message>
        <source>Guessed right</source>
        <translation>猜中比例</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>累积</translation>
    </message>
    <message>
        <source>Training tokens</source>
        <translation>训练词元数</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Recompute</source>
        <translation>重计算</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Sharding</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>Offload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Split sequence</source>
        <translation>序列切分</translation>
    </message>
    <message>
        <source>torch.compile</source>
        <translation>torch.compile</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>LoRA layers</source>
        <translation>LoRA 层</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Wall power</source>
        <translation>墙上功率</translation>
    </message>
    <message>
        <source>Enclosure</source>
        <translation>机箱形式</translation>
    </message>
    <message>
        <source>GPU maker</source>
        <translation>GPU 厂商</translation>
    </message>
    <message>
        <source>ECC memory</source>
        <translation>ECC 内存</translation>
    </message>
    <message>
        <source>Part of the model in RAM</source>
        <translation>模型部分放在内存</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>电路</translation>
    </message>
    <message>
        <source>Board size</source>
        <translation>主板规格</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Parts at hand</source>
        <translation>现有部件</translation>
    </message>
    <message>
        <source>Unequal cards</source>
        <translation>不同的卡</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Workload: %1</source>
        <translation>工作负载：%1</translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation>引擎：%1</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>需求</translation>
    </message>
</context>
<context>
    <name>rigwright::RevisionText</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>requirement</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>other parts</source>
        <translation>其他部件</translation>
    </message>
    <message>
        <source>number of machines</source>
        <translation>台数</translation>
    </message>
    <message>
        <source>order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>other price</source>
        <translation>价格变动</translation>
    </message>
    <message>
        <source>exchange rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差价</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Before tax: %1. The currencies differ.</source>
        <translation>不含税：%1。币种不同。</translation>
    </message>
    <message>
        <source>Before tax: %1 (%2).</source>
        <translation>不含税：%1（%2）。</translation>
    </message>
    <message>
        <source>Before tax: %1 (%2), of which %3.</source>
        <translation>不含税：%1（%2），其中 %3。</translation>
    </message>
</context>
<context>
    <name>rigwright::RevisionsDialog</name>
    <message>
        <source>Revisions</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;with</source>
        <translation>与(&amp;W)</translation>
    </message>
    <message>
        <source>No revision was kept yet.</source>
        <translation>尚未保存任何版次。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>&amp;Export the difference …</source>
        <translation>导出差异(&amp;E)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>不含税</translation>
    </message>
    <message>
        <source>Choose two different states to compare.</source>
        <translation>请选择两个不同的状态进行比较。</translation>
    </message>
</context>
<context>
    <name>rigwright::RunningSection</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Fills in the tariff of households, the tax and the carbon of its electricity</source>
        <translation>填入该地的居民电价、税和电力碳排放</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>电力</translation>
    </message>
    <message>
        <source>%1/kWh</source>
        <translation>%1/kWh</translation>
    </message>
    <message>
        <source>What a kilowatt-hour costs</source>
        <translation>每千瓦时的价格</translation>
    </message>
    <message>
        <source>At night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>From 22 to 6 o&apos;clock</source>
        <translation>22 时至 6 时</translation>
    </message>
    <message>
        <source>as by day</source>
        <translation>与白天相同</translation>
    </message>
    <message>
        <source>Its change</source>
        <translation>电价变动</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>How the tariff changes at each year&apos;s begin</source>
        <translation>电价在每年年初的变动</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>Power usage effectiveness: power of the whole facility over that of the machine</source>
        <translation>电能使用效率：整个设施的功率与机器功率之比</translation>
    </message>
    <message>
        <source>Left on idle</source>
        <translation>空闲时开机</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Of the hours without requests, those in which the machine stays switched on</source>
        <translation>没有请求的时间中机器保持开机的比例</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>机房</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1/月</translation>
    </message>
    <message>
        <source>Rack, room or colocation of each machine</source>
        <translation>每台机器的机架、机房或托管费用</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持合同</translation>
    </message>
    <message>
        <source>Contract; of the hardware&apos;s price</source>
        <translation>合同；占硬件价格的比例</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>%1/GPU·year</source>
        <translation>%1/GPU·年</translation>
    </message>
    <message>
        <source>Licences for each accelerator and year</source>
        <translation>每个加速器每年的许可费</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>% of a post</source>
        <translation>% 个岗位</translation>
    </message>
    <message>
        <source>Share of a full-time position that looks after it</source>
        <translation>负责维护的人力占一个全职岗位的比例</translation>
    </message>
    <message>
        <source>A post costs</source>
        <translation>岗位成本</translation>
    </message>
    <message>
        <source>%1 a year</source>
        <translation>%1/年</translation>
    </message>
    <message>
        <source>A full-time position</source>
        <translation>一个全职岗位</translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation>碳排放</translation>
    </message>
    <message>
        <source>kg CO₂e/kWh</source>
        <translation>kg CO₂e/kWh</translation>
    </message>
    <message>
        <source>Of the electricity, over a year</source>
        <translation>电力的全年平均值</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>rigwright::SaveRow</name>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Keep this machine among yours, on Compare</source>
        <translation>将此机器保留到“比较”页的我的机器中</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Exchange parts of this machine</source>
        <translation>更换此机器的部件</translation>
    </message>
    <message>
        <source>★ saved</source>
        <translation>★ 已保存</translation>
    </message>
    <message>
        <source>Name of the machine</source>
        <translation>机器名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>rigwright::SavedMachines</name>
    <message>
        <source>there is no folder to keep machines in</source>
        <translation>没有可存放机器的文件夹</translation>
    </message>
    <message>
        <source>another window has removed this machine</source>
        <translation>另一个窗口已移除此机器</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Note on a machine</source>
        <translation>机器备注</translation>
    </message>
    <message>
        <source>Pin a machine</source>
        <translation>固定机器</translation>
    </message>
    <message>
        <source>Unpin a machine</source>
        <translation>取消固定机器</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>another window has changed this machine since; the step was not undone</source>
        <translation>另一个窗口此后更改了此机器；该步骤未撤销</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>撤回：%1</translation>
    </message>
</context>
<context>
    <name>rigwright::SpeedFigures</name>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>sustained</source>
        <translation>可持续</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>有风险</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>%1, p95 %2</source>
        <translation>%1，p95 %2</translation>
    </message>
    <message>
        <source>Requests at %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>Most that is sustained</source>
        <translation>可持续上限</translation>
    </message>
    <message>
        <source>Machine busy</source>
        <translation>机器占用</translation>
    </message>
    <message>
        <source>Running, waiting</source>
        <translation>处理中，等待中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>完整回答</translation>
    </message>
    <message>
        <source>Users within targets</source>
        <translation>达标用户数</translation>
    </message>
    <message>
        <source>Then limited by</source>
        <translation>此后瓶颈</translation>
    </message>
    <message>
        <source>Requests within targets</source>
        <translation>达标请求率</translation>
    </message>
    <message>
        <source>Loads in</source>
        <translation>加载需</translation>
    </message>
    <message>
        <source>Loads again in</source>
        <translation>再次加载需</translation>
    </message>
    <message>
        <source>%1 kWh</source>
        <translation>%1 kWh</translation>
    </message>
    <message>
        <source>Power while writing</source>
        <translation>生成时功率</translation>
    </message>
    <message>
        <source>A million output tokens</source>
        <translation>每百万输出词元</translation>
    </message>
    <message>
        <source>A million prompt tokens</source>
        <translation>每百万输入词元</translation>
    </message>
    <message>
        <source>Tokens of a step</source>
        <translation>每步词元</translation>
    </message>
    <message>
        <source>Micro-batches of a step</source>
        <translation>每步微批次</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1 nodes of %2</source>
        <translation>%1 个节点 × %2</translation>
    </message>
    <message>
        <source>Network of a device</source>
        <translation>每设备网络</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message>
        <source>Tokens to train on</source>
        <translation>训练词元</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Device-hours</source>
        <translation>设备小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>KV memory</source>
        <translation>KV 显存</translation>
    </message>
    <message>
        <source>requests a step</source>
        <translation>每步请求数</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>首词元目标</translation>
    </message>
    <message>
        <source>time per token</source>
        <translation>每词元目标</translation>
    </message>
    <message>
        <source>Each output token</source>
        <translation>每个输出词元</translation>
    </message>
    <message>
        <source>Worked on at once</source>
        <translation>同时处理</translation>
    </message>
    <message>
        <source>Throughput grows up to</source>
        <translation>吞吐增长至</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>Limited by</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>%1 Wh</source>
        <translation>%1 Wh</translation>
    </message>
</context>
<context>
    <name>rigwright::SpeedPage</name>
    <message>
        <source>Where the time goes</source>
        <translation>时间用在哪里</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>全部用户</translation>
    </message>
    <message>
        <source>Each user</source>
        <translation>每个用户</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>利用率</translation>
    </message>
    <message>
        <source>The curve in figures</source>
        <translation>曲线数据</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The speed shows here once a machine is found.</source>
        <translation>找到机器后，这里显示速度。</translation>
    </message>
    <message>
        <source>The speed is not known: %1.</source>
        <translation>速度未知：%1。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Limited by</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The range that 80 of 100 measurements on like machines lie in</source>
        <translation>同类机器每 100 次测量中有 80 次落在此范围内</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>首词元延迟</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练速度</translation>
    </message>
    <message>
        <source>A step of %1 tokens</source>
        <translation>%1 词元一步</translation>
    </message>
    <message>
        <source>Share of the peak rate that the model&apos;s own operations take (MFU)</source>
        <translation>模型自身运算占峰值算力的比例（MFU）</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Speed over context</source>
        <translation>速度随上下文变化</translation>
    </message>
    <message>
        <source>Time to the first token over the prompt</source>
        <translation>首词元延迟随输入长度变化</translation>
    </message>
    <message>
        <source>Speed of all users together</source>
        <translation>全部用户合计速度</translation>
    </message>
    <message>
        <source>Speed of each user</source>
        <translation>每个用户的速度</translation>
    </message>
    <message>
        <source>Time to the first token over users</source>
        <translation>首词元延迟随用户数变化</translation>
    </message>
    <message>
        <source>users at once</source>
        <translation>同时用户数</translation>
    </message>
    <message>
        <source>tokens of the prompt</source>
        <translation>输入词元数</translation>
    </message>
    <message>
        <source>tokens before the answer</source>
        <translation>回答前的词元数</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>Utilisation over devices of this kind</source>
        <translation>利用率随同类设备数变化</translation>
    </message>
    <message>
        <source>Training speed over devices of this kind</source>
        <translation>训练速度随同类设备数变化</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>设备数</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 个设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>each, tokens/s</source>
        <translation>每用户，词元/秒</translation>
    </message>
    <message>
        <source>all, tokens/s</source>
        <translation>合计，词元/秒</translation>
    </message>
</context>
<context>
    <name>rigwright::Text</name>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 kW</source>
        <translation>%1 kW</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 B parameters</source>
        <translation>%1 亿参数</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 百万参数</translation>
    </message>
    <message>
        <source>of today</source>
        <translation>今日更新</translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>已 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months old</source>
        <translation>
            <numerusform>已 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years old</source>
        <translation>
            <numerusform>已 %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>prices %1</source>
        <translation>价格%1</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 万</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 亿</translation>
    </message>
</context>
<context>
    <name>rigwright::TimeBars</name>
    <message>
        <source>An output token</source>
        <translation>一个输出词元</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>整段输入</translation>
    </message>
    <message>
        <source>A training step</source>
        <translation>一个训练步</translation>
    </message>
    <message>
        <source>device memory</source>
        <translation>显存读取</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>links between devices</source>
        <translation>设备间互连</translation>
    </message>
    <message>
        <source>engine overhead</source>
        <translation>引擎开销</translation>
    </message>
    <message>
        <source>gradients and parameters</source>
        <translation>梯度与参数</translation>
    </message>
    <message>
        <source>waiting for stages</source>
        <translation>流水线等待</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Where the time goes</source>
        <translation>时间用在哪里</translation>
    </message>
</context>
<context>
    <name>rigwright::TornadoChart</name>
    <message>
        <source>What matters most</source>
        <translation>影响最大的因素</translation>
    </message>
    <message>
        <source>filled: better for owning</source>
        <translation>实心：对自建有利</translation>
    </message>
    <message>
        <source>hatched: worse for owning</source>
        <translation>斜线：对自建不利</translation>
    </message>
    <message>
        <source>the alternative</source>
        <translation>替代方案</translation>
    </message>
    <message>
        <source>%1 saved by owning</source>
        <comment>currency</comment>
        <translation>自建节省（%1）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>amount, by how much a factor differs</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Nothing that is uncertain changes the answer.</source>
        <translation>所有不确定因素都不会改变结论。</translation>
    </message>
    <message>
        <source>as assumed: %1</source>
        <translation>按假设：%1</translation>
    </message>
    <message>
        <source>at %1 owning saves %2</source>
        <translation>%1 时自建节省 %2</translation>
    </message>
    <message>
        <source>at %1 owning costs %2 more</source>
        <translation>%1 时自建多花 %2</translation>
    </message>
    <message>
        <source>%1, against %2: %3; %4</source>
        <comment>factor, scenario, low end, high end</comment>
        <translation>%1，与 %2 相比：%3；%4</translation>
    </message>
</context>
<context>
    <name>rigwright::TrainingSection</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Se&amp;quence</source>
        <translation>序列长度</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>&amp;Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>LoRA &amp;rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>LoRA &amp;on</source>
        <translation>LoRA 目标</translation>
    </message>
    <message>
        <source>Optimi&amp;zer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Recom&amp;pute</source>
        <translation>重算</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Sh&amp;arding</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>O&amp;ffload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>None, whole copies</source>
        <translation>不分片，完整副本</translation>
    </message>
    <message>
        <source>ZeRO-1: optimizer</source>
        <translation>ZeRO-1：优化器</translation>
    </message>
    <message>
        <source>ZeRO-2: and gradients</source>
        <translation>ZeRO-2：及梯度</translation>
    </message>
    <message>
        <source>ZeRO-3, FSDP: all</source>
        <translation>ZeRO-3、FSDP：全部</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不卸载</translation>
    </message>
    <message>
        <source>Optimizer to RAM</source>
        <translation>优化器到内存</translation>
    </message>
    <message>
        <source>Optimizer, parameters to RAM</source>
        <translation>优化器与参数到内存</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>收起设置</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>micro-batches</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>Split sequence</source>
        <translation>序列切分</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Adapters on routed experts too</source>
        <translation>路由专家上也加适配器</translation>
    </message>
    <message>
        <source>With torch.compile</source>
        <translation>使用 torch.compile</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Train o&amp;n</source>
        <translation>训练词元(&amp;N)</translation>
    </message>
    <message>
        <source>million tokens</source>
        <translation>百万词元</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
</context>
<context>
    <name>rigwright::Typed</name>
    <message>
        <source>expected a whole number from %1 to %2</source>
        <translation>应为 %1 到 %2 的整数</translation>
    </message>
    <message>
        <source>expected per cent from 0 to %1 with up to four decimals</source>
        <translation>应为 0 到 %1 的百分数，最多四位小数</translation>
    </message>
    <message>
        <source>expected an amount such as %1, in %2</source>
        <translation>应为金额，例如 %1（%2）</translation>
    </message>
    <message>
        <source>expected a day such as %1</source>
        <translation>应为日期，例如 %1</translation>
    </message>
</context>
<context>
    <name>rigwright::UpgradeTableModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>To buy</source>
        <translation>需购买</translation>
    </message>
    <message>
        <source>Comes out</source>
        <translation>拆下</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
</context>
<context>
    <name>rigwright::UpgradeView</name>
    <message>
        <source>The selected machine</source>
        <translation>选定的机器</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>选定：%1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Looking for the best steps …</source>
        <translation>正在查找最佳步骤…</translation>
    </message>
    <message>
        <source>Choose a machine to start from.</source>
        <translation>选择起始机器。</translation>
    </message>
    <message>
        <source>No part of this computer is in the catalog.</source>
        <translation>目录中没有本机的任何部件。</translation>
    </message>
    <message>
        <source>Within this budget no step makes it faster.</source>
        <translation>在此预算内没有步骤能使其更快。</translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>现为 %1</translation>
    </message>
    <message>
        <source>The model doesn&apos;t run on it now</source>
        <translation>模型目前无法在其上运行</translation>
    </message>
    <message>
        <source>Not in the catalog: %1</source>
        <translation>目录中没有：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始机器</translation>
    </message>
    <message>
        <source>Machine to start from</source>
        <translation>起始机器</translation>
    </message>
    <message>
        <source>Spend up to</source>
        <translation>最多花费</translation>
    </message>
    <message>
        <source>What the step may cost</source>
        <translation>该步骤的费用上限</translation>
    </message>
    <message>
        <source>Upgrade steps</source>
        <translation>升级步骤</translation>
    </message>
</context>
<context>
    <name>rigwright::UseSection</name>
    <message>
        <source>Requests by the hour</source>
        <translation>逐小时请求数</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB; a table has at most 168 hours.</source>
        <translation>%1 超过 1 MiB；表格最多 168 小时。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day of the week, clock</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 requests a day</source>
        <translation>每天 %1 个请求</translation>
    </message>
    <message>
        <source>%1 requests a week</source>
        <translation>每周 %1 个请求</translation>
    </message>
    <message>
        <source>%1, at most %2 an hour (%3).</source>
        <translation>%1，每小时最多 %2 个（%3）。</translation>
    </message>
    <message>
        <source>Choose a table of hours (0–23, or 0–167 from Monday) and requests.</source>
        <translation>请选择包含小时（0–23，或从周一起的 0–167）和请求数的表格。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时数</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>逐时分布</translation>
    </message>
    <message>
        <source>How the use is stated</source>
        <translation>使用情况的描述方式</translation>
    </message>
    <message>
        <source>Hours in full use, people with their requests, or requests by the hour of a day or week. The same requests are reckoned for owning, the cloud and an API.</source>
        <translation>满负荷使用的小时数、用户及其请求，或一天或一周内逐小时的请求数。自建、云端和 API 均按相同的请求计算。</translation>
    </message>
    <message>
        <source>In use a day</source>
        <translation>每日使用</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Hours a day in which the own machine answers as many requests as it can</source>
        <translation>自建机器每天满负荷应答请求的小时数</translation>
    </message>
    <message>
        <source>Hours in use a day</source>
        <translation>每日使用小时数</translation>
    </message>
    <message>
        <source>People who ask the model</source>
        <translation>向模型提问的人数</translation>
    </message>
    <message>
        <source>Requests each</source>
        <translation>每人请求数</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>次/天</translation>
    </message>
    <message>
        <source>Of each user on a working day</source>
        <translation>每位用户每个工作日的请求数</translation>
    </message>
    <message>
        <source>Spread over</source>
        <translation>分布于</translation>
    </message>
    <message>
        <source>h a day</source>
        <translation>小时/天</translation>
    </message>
    <message>
        <source>Hours of a working day over which the requests are spread evenly</source>
        <translation>工作日内请求均匀分布的小时数</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>天/周</translation>
    </message>
    <message>
        <source>Days of the week on which they ask</source>
        <translation>每周有提问的天数</translation>
    </message>
    <message>
        <source>Choose a table …</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>A CSV of hour and requests: hours 0 to 23 of a day, or 0 to 167 of a week from Monday</source>
        <translation>包含小时和请求数的 CSV：一天的 0 到 23 时，或从周一起一周的 0 到 167 时</translation>
    </message>
    <message>
        <source>Prompt cached</source>
        <translation>提示缓存比例</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Share of a prompt&apos;s tokens that a hosted API has seen before and bills as cached</source>
        <translation>提示中托管 API 此前处理过、按缓存计费的词元比例</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年数</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>How long costs are added up</source>
        <translation>成本累计的时长</translation>
    </message>
</context>
<context>
    <name>rigwright::UtilizationChart</name>
    <message>
        <source>Cost per million tokens by utilization</source>
        <translation>不同使用率下每百万词元的成本</translation>
    </message>
    <message>
        <source>share of the machine&apos;s capacity in use</source>
        <translation>机器能力的使用比例</translation>
    </message>
    <message>
        <source>%1 per million output tokens</source>
        <translation>%1/百万输出词元</translation>
    </message>
    <message>
        <source>cheaper than the cloud from %1</source>
        <translation>%1 起比云端便宜</translation>
    </message>
    <message>
        <source>cheaper than the API from %1</source>
        <translation>%1 起比 API 便宜</translation>
    </message>
    <message>
        <source>Owning is %1</source>
        <comment>cheaper than …</comment>
        <translation>自建：%1</translation>
    </message>
    <message>
        <source>Owning is never cheaper than the cloud</source>
        <translation>自建始终不比云端便宜</translation>
    </message>
    <message>
        <source>Owning is never cheaper than the API</source>
        <translation>自建始终不比 API 便宜</translation>
    </message>
    <message>
        <source>In use now: %1</source>
        <translation>当前使用率：%1</translation>
    </message>
    <message>
        <source>There is no such curve for training, or while the speed of the machine is unknown.</source>
        <translation>训练任务或机器速度未知时没有此曲线。</translation>
    </message>
    <message>
        <source>now %1</source>
        <comment>share of capacity in use</comment>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>scenario, amount</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 in use: %2</source>
        <comment>share of capacity, costs</comment>
        <translation>使用率 %1：%2</translation>
    </message>
</context>
<context>
    <name>rigwright::Verdict</name>
    <message>
        <source>Fits on one %1, within budget</source>
        <translation>单张 %1 即可运行，预算之内</translation>
    </message>
    <message>
        <source>Fits on %1, within budget</source>
        <translation>%1 即可运行，预算之内</translation>
    </message>
    <message>
        <source>%1 limits the speed.</source>
        <translation>速度受%1限制。</translation>
    </message>
    <message>
        <source>Its speed is not known.</source>
        <translation>速度未知。</translation>
    </message>
    <message>
        <source>%1 considered.</source>
        <translation>共考察 %1 种。</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>no prices</source>
        <translation>暂无价格</translation>
    </message>
    <message>
        <source>from · %1</source>
        <translation>起 · %1</translation>
    </message>
    <message>
        <source>Raise the budget to %1</source>
        <translation>预算提高到 %1</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>允许 %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>Looking for machines …</source>
        <translation>正在查找整机…</translation>
    </message>
    <message>
        <source>Something on the left needs a change</source>
        <translation>左侧有一项需要修改</translation>
    </message>
    <message>
        <source>The field that is marked says what. Until then the last answer stays below.</source>
        <translation>标红的字段下方写明了原因；修改之前，下面仍是上一次的结果。</translation>
    </message>
    <message>
        <source>tokens/s per user</source>
        <translation>词元/秒（每用户）</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>This can&apos;t be answered</source>
        <translation>无法给出答案</translation>
    </message>
    <message>
        <source>No machine within %1 does this</source>
        <translation>%1 以内没有整机能满足</translation>
    </message>
    <message>
        <source>Most often: %1 (%2 of %3).</source>
        <translation>最常见的原因：%1（%3 种中的 %2 种）。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n machines on the front, %2 considered.</source>
        <translation>
            <numerusform>%1考察 %2 种整机，%n 种在最优前沿。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>any speed</source>
        <translation>任意速度</translation>
    </message>
    <message>
        <source>%1 to the first token</source>
        <translation>首词元 %1</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>接受 %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Let part of the model lie in RAM</source>
        <translation>允许部分模型放在内存</translation>
    </message>
    <message>
        <source>%1, but slower than people read</source>
        <translation>%1，但慢于阅读速度</translation>
    </message>
    <message>
        <source>Runs in RAM: %1, within budget</source>
        <translation>在内存中运行：%1，预算之内</translation>
    </message>
    <message>
        <source>Runs with the experts in RAM: %1, within budget</source>
        <translation>专家放在内存即可运行：%1，预算之内</translation>
    </message>
    <message>
        <source>Runs partly in RAM: %1, within budget</source>
        <translation>部分在内存中运行：%1，预算之内</translation>
    </message>
    <message>
        <source>corrected by your measurement</source>
        <translation>已按您的测量校正</translation>
    </message>
</context>
<context>
    <name>rigwright::VerdictBar</name>
    <message>
        <source>Looking for machines …</source>
        <translation>正在查找整机…</translation>
    </message>
</context>
<context>
    <name>rigwright::WorkloadSection</name>
    <message>
        <source>This model reads at most %1 tokens.</source>
        <translation>该模型最多支持 %1 词元。</translation>
    </message>
    <message>
        <source>Prompt and output together exceed the context.</source>
        <translation>输入与输出之和超过上下文。</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>并发用户</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>并发用户</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>First &amp;token</source>
        <translation>首词元</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>Pretrain</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>不支持 %1</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>请求(&amp;R)</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>as answered</source>
        <translation>答完即问</translation>
    </message>
    <message>
        <source>Requests that arrive at random; without a rate each user asks anew once answered</source>
        <translation>随机到达的请求；未设速率时，每个用户得到回答后立即再问</translation>
    </message>
</context>
<context>
    <name>rigwright::YearChart</name>
    <message>
        <source>Cost by year</source>
        <translation>逐年成本</translation>
    </message>
    <message>
        <source>filled: capital</source>
        <translation>实心：资本支出</translation>
    </message>
    <message>
        <source>hatched: operating</source>
        <translation>斜线：运营支出</translation>
    </message>
    <message>
        <source>year %1</source>
        <translation>第 %1 年</translation>
    </message>
    <message>
        <source>%1, year %2: %3, of it capital %4, operating %5</source>
        <translation>%1，第 %2 年：%3，其中资本支出 %4，运营支出 %5</translation>
    </message>
</context>
</TS>
