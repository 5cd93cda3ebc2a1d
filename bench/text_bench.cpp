// What setting lines costs: cells, breaking and placing of one long paragraph and of one as newspapers have
// it.
#include <benchmark/benchmark.h>

#include "text/break_lines.h"

namespace banxin {
namespace {

constexpr Length kSize = Length::points(9);

/// Newspaper copy without a paragraph end, at least `bytes` long.
TextToSet copy(std::size_t bytes) {
  constexpr const char* kPieces[] = {"本报北京消息，",
                                     "今年1～5月，全市新增就业12.3万人，",
                                     "他说：“要坚持‘一国两制’方针，维护繁荣稳定。”",
                                     "经济平稳运行",
                                     "《人民日报》评论员",
                                     "同比增长8.5%。"};
  TextToSet text;
  std::uint32_t state = 1;
  while (text.text.size() < bytes) {
    state = state * 1103515245u + 12345u;
    text.text += kPieces[(state >> 16) % std::size(kPieces)];
  }
  text.size = kSize;
  TextRun run;
  run.end = text.text.size();
  run.size = kSize;
  text.runs = {run};
  return text;
}

void Cells(benchmark::State& state) {
  const TextToSet text = copy(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(nominal_paragraph(text));
}
BENCHMARK(Cells)->Arg(600)->Arg(300'000)->Unit(benchmark::kMicrosecond);

/// Bytes of copy, measure in em.
void BreakLines(benchmark::State& state) {
  const ShapedParagraph p = nominal_paragraph(copy(static_cast<std::size_t>(state.range(0))));
  const Length measure = kSize * state.range(1);
  for (auto _ : state) benchmark::DoNotOptimize(break_lines(p, {&measure, 1}, {}));
}
BENCHMARK(BreakLines)->ArgsProduct({{600, 300'000}, {8, 13, 20, 40}})->Unit(benchmark::kMicrosecond);

void BreakLinesOneMore(benchmark::State& state) {
  const ShapedParagraph p = nominal_paragraph(copy(600));
  const Length measure = kSize * 13;
  const BreakOptions options{.looseness = 1};
  for (auto _ : state) benchmark::DoNotOptimize(break_lines(p, {&measure, 1}, options));
}
BENCHMARK(BreakLinesOneMore)->Unit(benchmark::kMicrosecond);

void SetLines(benchmark::State& state) {
  const ShapedParagraph p = nominal_paragraph(copy(300'000));
  const Length measure = kSize * 13;
  const Breaking breaking = break_lines(p, {&measure, 1}, {});
  for (auto _ : state) {
    for (const Line& line : breaking.lines) benchmark::DoNotOptimize(set_line(p, line, {}));
  }
}
BENCHMARK(SetLines)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace banxin
