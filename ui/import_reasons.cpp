// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import_reasons.h"

#include "ui/known_texts.h"

#include <QtGlobal>

#include <iterator>

namespace rigwright {

namespace {

/// What the importers say; %1 to %3 stand for what a file says.
constexpr const char* kReasons[] = {
    QT_TRANSLATE_NOOP("ImportReason", "hidden size by heads"),
    QT_TRANSLATE_NOOP("ImportReason", "the model type's code always has the gate"),
    QT_TRANSLATE_NOOP("ImportReason", "four times the hidden size"),
    QT_TRANSLATE_NOOP("ImportReason", "the tables that route by token are no weights and are not counted"),
    QT_TRANSLATE_NOOP("ImportReason", "not known: read as a decoder of Llama's kind"),
    QT_TRANSLATE_NOOP("ImportReason", "the pattern of this model type"),
    QT_TRANSLATE_NOOP("ImportReason", "whether sliding layers have heads of their own"),
    QT_TRANSLATE_NOOP("ImportReason", "what the modules for multi-token prediction are made of"),
    QT_TRANSLATE_NOOP("ImportReason", "the published checkpoints of this type carry no such modules"),
    QT_TRANSLATE_NOOP("ImportReason", "how the weights are stored"),
    QT_TRANSLATE_NOOP("ImportReason",
                      "its layers are stored in several ways or in one that we don't know: %1"),
    QT_TRANSLATE_NOOP("ImportReason", "the default of the class of %1"),
    QT_TRANSLATE_NOOP("ImportReason", "the class default"),
    QT_TRANSLATE_NOOP("ImportReason", "inner width by heads"),
    QT_TRANSLATE_NOOP("ImportReason", "entries of %1"),
    QT_TRANSLATE_NOOP("ImportReason", "the longest context that the model was made for"),
    QT_TRANSLATE_NOOP("ImportReason", "the default of the model type"),
    QT_TRANSLATE_NOOP("ImportReason", "the file doesn't say how the encoder joins the text model"),
    QT_TRANSLATE_NOOP("ImportReason", "the size of the encoder"),
    QT_TRANSLATE_NOOP("ImportReason", "as many as query heads"),
    QT_TRANSLATE_NOOP("ImportReason", "each fourth layer is full in this model type"),
    QT_TRANSLATE_NOOP("ImportReason",
                      "the file is of a mix of its own, %1 bits per weight where the stock one has %2: "
                      "its own tensors are counted"),
    QT_TRANSLATE_NOOP("ImportReason",
                      "its number %1 is unknown; nearest to the file's %2 bits per weight, whose own "
                      "tensors are counted"),
    QT_TRANSLATE_NOOP("ImportReason",
                      "absent; nearest to the file's %1 bits per weight, whose own tensors are counted"),
    QT_TRANSLATE_NOOP("ImportReason", "llama.cpp uses a window only where it knows which layers have it"),
    QT_TRANSLATE_NOOP("ImportReason", "llama.cpp has it in its code for %1"),
    QT_TRANSLATE_NOOP("ImportReason", "the file doesn't say how much context the model has"),
    QT_TRANSLATE_NOOP("ImportReason", "the file is from before llama.cpp kept MLA's compressed vector alone"),
    QT_TRANSLATE_NOOP("ImportReason", "the file ends at offset %1, its last tensor at %2"),
    QT_TRANSLATE_NOOP("ImportReason",
                      "no format is known that stores its weights as %1: sizes are computed for the "
                      "format that is asked for"),
    QT_TRANSLATE_NOOP("ImportReason", "the tensors of the parts add up to this, whatever the index says"),
    QT_TRANSLATE_NOOP("ImportReason",
                      "the files that the index names are not beside it: sizes follow from config.json"),
    QT_TRANSLATE_NOOP("ImportReason", "the width of a head is not in the shapes"),
    QT_TRANSLATE_NOOP("ImportReason", "not in the tensors; config.json says it"),
    QT_TRANSLATE_NOOP("ImportReason", "not in the tensors; full attention is counted"),
    QT_TRANSLATE_NOOP("ImportReason", "experts for images are not counted"),
    QT_TRANSLATE_NOOP("ImportReason", "full attention in every layer"),
    QT_TRANSLATE_NOOP("ImportReason", "whole heads in the cache"),
    QT_TRANSLATE_NOOP("ImportReason", "one matrix"),
    QT_TRANSLATE_NOOP("ImportReason", "complete"),
};

} // namespace

QString importReasonText(const std::string& why)
{
    static const KnownTexts known("ImportReason", {std::begin(kReasons), std::end(kReasons)});
    return known.translated(QString::fromStdString(why));
}

} // namespace rigwright
