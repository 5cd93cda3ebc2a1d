#include "press/pack.h"

#include <algorithm>
#include <memory>
#include <qpdf/Buffer.hh>
#include <vector>

#include "base/side_by_side.h"
#include "render/zlib.h"

namespace banxin {

namespace {

bool is_plain(QPDFObjectHandle object) {
  if (!object.isStream()) return false;
  QPDFObjectHandle dictionary = object.getDict();
  return dictionary.getKey("/Filter").isNull() && !dictionary.isDictionaryOfType("/Metadata");
}

std::vector<QPDFObjectHandle> plain_streams(QPDF& pdf) {
  std::vector<QPDFObjectHandle> out = pdf.getAllObjects();
  std::erase_if(out, [](QPDFObjectHandle& object) { return !is_plain(object); });
  return out;
}

}  // namespace

std::string packed(std::string_view bytes) { return zlib_packed(bytes, 4); }

void replace_packed(QPDFObjectHandle stream, const std::string& packed) {
  stream.replaceStreamData(packed, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
}

void pack_streams(QPDF& pdf, unsigned threads) {
  std::vector<QPDFObjectHandle> streams = plain_streams(pdf);
  std::vector<std::shared_ptr<Buffer>> bytes;
  std::vector<std::string> done;
  for (std::size_t begin = 0; begin < streams.size(); begin += bytes.size()) {
    const std::size_t count = std::min<std::size_t>(streams.size() - begin, threads);
    bytes.resize(count), done.resize(count);
    for (std::size_t i = 0; i < count; ++i) bytes[i] = streams[begin + i].getRawStreamData();
    side_by_side(count, threads, [&](std::size_t i) {
      done[i] = packed({reinterpret_cast<const char*>(bytes[i]->getBuffer()), bytes[i]->getSize()});
    });
    for (std::size_t i = 0; i < count; ++i) replace_packed(streams[begin + i], done[i]);
  }
}

}  // namespace banxin
