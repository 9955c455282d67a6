// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bom_page.h"
#include "ui/open_project.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"

namespace rigwright {

/// The page of a project whose one machine has an RTX 3090.
struct BomWindow : PageWindow<BomPage> {
    BomWindow()
    {
        page->setClock([] { return Date{2026, 9, 29}; });
        page->setProject(&project);
        page->showBuild(sample::catalog(),
                        std::make_shared<const EvaluatedBuild>(
                            sample::machine({"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {}})),
                        sample::requirement());
    }

    OpenProject project;
};

} // namespace rigwright
