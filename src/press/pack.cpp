#include "press/pack.h"

#include <qpdf/Buffer.hh>
#include <string>

#include "render/zlib.h"

namespace banxin {

namespace {

constexpr int kLevel = 4;

bool is_plain(QPDFObjectHandle object) {
  if (!object.isStream()) return false;
  QPDFObjectHandle dictionary = object.getDict();
  return dictionary.getKey("/Filter").isNull() && !dictionary.isDictionaryOfType("/Metadata");
}

}  // namespace

void pack_streams(QPDF& pdf) {
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (!is_plain(object)) continue;
    const std::shared_ptr<Buffer> bytes = object.getRawStreamData();
    const std::string packed =
        zlib_packed({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}, kLevel);
    if (packed.empty()) continue;  // qpdf packs it
    object.replaceStreamData(packed, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  }
}

}  // namespace banxin
