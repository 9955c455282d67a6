// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/gpu_info.h"
#include "foreign_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

const std::filesystem::path kSamples = std::filesystem::path(RIGWRIGHT_TEST_DATA) / "imports" / "skypilot";

constexpr std::string_view kHeader = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,"
                                     "Price,SpotPrice,Region,AvailabilityZone\n";

/// The preview of aws/vms.csv with these rows.
ImportPreview awsPreview(std::string_view rows, const CatalogView& view = smallView())
{
    const ImportFiles files;
    std::filesystem::create_directory(files.folder() / "aws");
    return foreignPreview(files.write("aws/vms.csv", std::string(kHeader) + std::string(rows)), view);
}

std::string gpu(const char* name, int count, int size, int total)
{
    return "\"{'Gpus': [{'Name': '" + std::string(name) +
        "', 'Manufacturer': 'NVIDIA', 'Count': " + std::to_string(count) +
        ".0, 'MemoryInfo': {'SizeInMiB': " + std::to_string(size) +
        "}}], 'TotalGpuMemoryInMiB': " + std::to_string(total) + "}\"";
}

std::string infoError(std::string_view cell)
{
    const Expected<GpuInfo> info = parseGpuInfo(cell);
    return info ? "" : info.error().message;
}

} // namespace

BOOST_AUTO_TEST_SUITE(import_skypilot)

// Lambda writes the memory of one GPU as the total: 16384 MiB for eight V100. Its table doesn't say whether they are SXM.
BOOST_AUTO_TEST_CASE(a_total_that_is_of_one_gpu_is_told_by_the_accelerators_memory)
{
    const ImportPreview preview = foreignPreview(kSamples / "lambda" / "vms.csv", smallView());
    BOOST_TEST(cloudLines(preview.changes) ==
               "lambda-gpu-4x-a6000-us-east-1-on-demand: 4 x 48 GiB rtx-a6000 at 4.36, on-demand\n"
               "lambda-gpu-8x-v100-us-east-1-on-demand: 8 x 16 GiB  at 6.32, on-demand");
    BOOST_TEST(preview.rows == 3);
    BOOST_TEST(preview.passedOver == 1); // the machine without a GPU
    BOOST_TEST(preview.matched == 1);
    BOOST_TEST(problemsOf(preview) == "");
    const CloudOffer& offer = preview.changes.cloudOffers.front();
    BOOST_TEST(offer.provider == "Lambda");
    BOOST_TEST(offer.source == "skypilot-catalog lambda/vms.csv");
    BOOST_TEST(offer.date.iso() == "2026-10-01");
    BOOST_TEST(offer.vcpus.value() == 56);
    BOOST_TEST(offer.memory->inGib() == 400);
    BOOST_TEST(preview.notes.back() == "The files say no day: their prices count as of 2026-10-01.");
}

// Nebius gives the total of all GPUs, and names the form factor in its machines.
BOOST_AUTO_TEST_CASE(on_demand_and_spot_become_two_offers)
{
    const ImportPreview preview = foreignPreview(kSamples / "nebius" / "vms.csv", smallView());
    BOOST_TEST(
        cloudLines(preview.changes) ==
        "nebius-gpu-h100-sxm-1gpu-16vcpu-200gb-eu-north1-on-demand: 1 x 80 GiB h100-sxm at 2.95, on-demand\n"
        "nebius-gpu-h100-sxm-1gpu-16vcpu-200gb-eu-north1-spot: 1 x 80 GiB h100-sxm at 1.25, spot\n"
        "nebius-gpu-h100-sxm-8gpu-128vcpu-1600gb-eu-north1-on-demand: 8 x 80 GiB h100-sxm at 23.60, "
        "on-demand\n"
        "nebius-gpu-h100-sxm-8gpu-128vcpu-1600gb-eu-north1-spot: 8 x 80 GiB h100-sxm at 10.00, spot\n"
        "nebius-gpu-l40s-d-2gpu-64vcpu-384gb-eu-north1-on-demand: 2 x 48 GiB l40s at 4.5688, on-demand");
}

// RunPod writes 80 where it says MiB: the A100's 80 GB. Both zones of the country cost the same.
BOOST_AUTO_TEST_CASE(gigabytes_written_as_mebibytes_are_told_by_the_accelerators_memory)
{
    const ImportPreview preview = foreignPreview(kSamples / "runpod" / "vms.csv", smallView());
    BOOST_TEST(cloudLines(preview.changes) ==
               "runpod-1x-a100-80gb-secure-us-on-demand: 1 x 80 GiB a100-80gb-pcie at 1.39, on-demand\n"
               "runpod-1x-a100-80gb-secure-us-spot: 1 x 80 GiB a100-80gb-pcie at 1.39, spot\n"
               "runpod-2x-a100-80gb-secure-us-on-demand: 2 x 80 GiB a100-80gb-pcie at 2.78, on-demand\n"
               "runpod-2x-a100-80gb-secure-us-spot: 2 x 80 GiB a100-80gb-pcie at 2.78, spot");
}

// Google's table prices the a2-highgpu-1g without its A100 and a TPU without its machine: neither can be rented at that.
BOOST_AUTO_TEST_CASE(a_machine_is_never_offered_at_the_price_of_a_part_of_it)
{
    const ImportPreview preview = foreignPreview(kSamples / "gcp" / "vms.csv", smallView());
    BOOST_TEST(cloudLines(preview.changes) == "");
    BOOST_TEST(preview.passedOver == 4);
    BOOST_TEST(problemsOf(preview) == "");
    BOOST_TEST(preview.notes.front() ==
               "vms.csv: 2 rows price accelerators without the machine around them: passed over");
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_priced_also_without_its_gpus_is_passed_over)
{
    const ImportPreview preview = awsPreview("m1,T4,1,4,16," + gpu("T4", 1, 16384, 16384) +
                                             ",0.5,,us-east-1,a\nm1,,,4,16,,0.2,,us-east-1,b\n");
    BOOST_TEST(cloudLines(preview.changes) == "");
    BOOST_TEST(preview.passedOver == 2);
}

BOOST_AUTO_TEST_CASE(of_a_regions_zones_the_cheapest_counts)
{
    const std::string t4 = "g4dn.xlarge,T4,1.0,4.0,16.0," + gpu("T4", 1, 16384, 16384);
    const ImportPreview preview =
        awsPreview(t4 + ",0.526,0.21,us-east-1,us-east-1a\n" + t4 + ",0.526,0.19,us-east-1,us-east-1b\n" +
                   t4 + ",0.526,,us-east-1,us-east-1c\n" + t4 + ",0.658,0.3,eu-west-3,eu-west-3a\n");
    BOOST_TEST(cloudLines(preview.changes) ==
               "aws-g4dn.xlarge-eu-west-3-on-demand: 1 x 16 GiB t4 at 0.658, on-demand\n"
               "aws-g4dn.xlarge-eu-west-3-spot: 1 x 16 GiB t4 at 0.30, spot\n"
               "aws-g4dn.xlarge-us-east-1-on-demand: 1 x 16 GiB t4 at 0.526, on-demand\n"
               "aws-g4dn.xlarge-us-east-1-spot: 1 x 16 GiB t4 at 0.19, spot");
}

// The catalog knows the p4d.24xlarge to have SXM modules; of another machine nobody says it.
BOOST_AUTO_TEST_CASE(a_machine_that_the_catalog_knows_tells_the_form_of_its_gpus)
{
    const std::string a100 =
        ",A100,8.0,96.0,1152.0," + gpu("A100", 8, 40960, 327680) + ",32.77,,us-west-2,a\n";
    const ImportPreview preview = awsPreview("p4d.24xlarge" + a100 + "other" + a100);
    BOOST_TEST(cloudLines(preview.changes) ==
               "aws-other-us-west-2-on-demand: 8 x 40 GiB  at 32.77, on-demand\n"
               "aws-p4d.24xlarge-us-west-2-on-demand: 8 x 40 GiB a100-40gb-sxm at 32.77, on-demand");
}

// 81920 MiB in all and in one: two A100 of 40 GB or of 80 GB. Trainium isn't in the catalog, and its size says nothing then.
BOOST_AUTO_TEST_CASE(memory_that_can_be_read_in_two_ways_is_a_problem)
{
    const ImportPreview preview = awsPreview(
        "x,A100,2,8,64," + gpu("A100", 2, 81920, 81920) + ",3,,us-east-1,a\n" +
        "trn1.32xlarge,Trainium,16,128,512," + gpu("Trainium", 16, 32768, 32768) + ",21.5,,us-east-1,a\n" +
        "trn1.2xlarge,Trainium,1,8,32," + gpu("Trainium", 1, 32768, 32768) + ",1.34,,us-east-1,a\n");
    BOOST_TEST(
        problemsOf(preview) ==
        "vms.csv:2:GpuInfo: the memory of one 'A100' can't be told: the catalog has it with different memory "
        "sizes\n"
        "vms.csv:3:GpuInfo: the memory of one 'Trainium' can't be told: the catalog knows no such "
        "accelerator, "
        "and the cell doesn't say whether it means one GPU or all");
    BOOST_TEST(cloudLines(preview.changes) ==
               "aws-trn1.2xlarge-us-east-1-on-demand: 1 x 32 GiB  at 1.34, on-demand");
    BOOST_TEST(preview.changes.cloudOffers.front().gpuName == "Trainium");
}

BOOST_AUTO_TEST_CASE(a_bad_cell_is_told_by_line_and_column)
{
    const std::string t4 = gpu("T4", 1, 16384, 16384);
    const ImportPreview preview = awsPreview("a,T4,one,4,16," + t4 + ",1,,r,z\n" +   // 2
                                             "b,T4,1,4,16," + t4 + ",-1,,r,z\n" +    // 3
                                             "c,T4,1,4,16," + t4 + ",1e300,,r,z\n" + // 4
                                             "d,T4,1,4,16," + t4 + ",0,,r,z\n" +     // 5
                                             "e,T4,1,4,16,{'Gpus': [,1,,r,z\n" +     // 6
                                             "f,T4,2,4,16," + t4 + ",1,,r,z\n" +     // 7
                                             "g,T4,,4,16," + t4 + ",1,,r,z\n" +      // 8
                                             "h,T4,1,4,16,too few\n");               // 9
    BOOST_TEST(problemsOf(preview) ==
               "vms.csv:2:AcceleratorCount: expected a number from 0 to 1000, got 'one'\n"
               "vms.csv:3:Price: expected a number from 0 to 100000, got '-1'\n"
               "vms.csv:4:Price: expected a number from 0 to 100000, got '1e300'\n"
               "vms.csv:5:Price: expected a price above zero, got '0'\n"
               "vms.csv:6:GpuInfo: expected a value at character 11\n"
               "vms.csv:7:GpuInfo: speaks of 1 GPUs where AcceleratorCount says 2\n"
               "vms.csv:8:AcceleratorCount: expected how many 'T4' the machine has\n"
               "vms.csv:9: expected 10 cells as in the header, got 6");
    BOOST_TEST(preview.rows == 8);
    BOOST_TEST(preview.changes.empty());
}

BOOST_AUTO_TEST_CASE(rows_without_a_price_and_shares_of_a_gpu_are_passed_over)
{
    const ImportPreview preview = awsPreview("a,T4,1,4,16," + gpu("T4", 1, 16384, 16384) + ",,,r,z\n" +
                                             "g6f.large,T4,0.125,2,8,,0.2,,r,z\n");
    BOOST_TEST(preview.passedOver == 2);
    BOOST_TEST(problemsOf(preview) == "");
    BOOST_TEST(preview.notes[0] == "vms.csv: 1 rows offer a share of a GPU: passed over");
    BOOST_TEST(preview.notes[1] == "vms.csv: 1 rows have no price: passed over");
}

BOOST_AUTO_TEST_CASE(the_same_import_twice_changes_nothing_the_second_time)
{
    const CatalogView before = smallView();
    const ImportPreview first = foreignPreview(kSamples / "nebius" / "vms.csv", before);
    const ImportPreview second =
        foreignPreview(kSamples / "nebius" / "vms.csv", withOffers(before, first.changes));
    BOOST_TEST(second.changes.empty());
    BOOST_TEST(second.unchanged == 3);
}

BOOST_AUTO_TEST_CASE(a_price_of_an_earlier_day_replaces_no_later_one)
{
    const CatalogView before = smallView();
    const CatalogView after =
        withOffers(before, foreignPreview(kSamples / "nebius" / "vms.csv", before).changes);
    ImportRequest request;
    request.path = kSamples / "nebius" / "vms.csv";
    request.today = {2026, 10, 1};
    request.pricesOf = Date{2026, 1, 1};
    const Expected<ImportPreview> older = previewImport(request, after);
    BOOST_TEST_REQUIRE(older.has_value());
    BOOST_TEST(older->changes.empty());
    BOOST_TEST(older->notes.front() == "vms.csv: 5 prices are older than the catalog's: kept as they are");
}

BOOST_AUTO_TEST_CASE(the_cloud_is_the_folders_name_or_the_one_that_the_user_names)
{
    const ImportFiles files;
    const std::filesystem::path file = files.write(
        "vms.csv", std::string(kHeader) + "a,T4,1,4,16," + gpu("T4", 1, 16384, 16384) + ",1,,r,z\n");
    const Expected<ImportPreview> unnamed = importOf(file, smallView());
    BOOST_TEST_REQUIRE(!unnamed.has_value());
    BOOST_TEST(
        unnamed.error().message.find("say with --provider whose prices these are; known are alibaba, aws") !=
        std::string::npos);
    BOOST_TEST(cloudLines(foreignPreview(file, smallView(), "datacrunch").changes) ==
               "verda-a-r-on-demand: 1 x 16 GiB t4 at 1.00, on-demand");
    BOOST_TEST(cloudLines(foreignPreview(file, smallView(), "My Cloud").changes) ==
               "my-cloud-a-r-on-demand: 1 x 16 GiB t4 at 1.00, on-demand");
}

BOOST_AUTO_TEST_CASE(a_folder_holds_the_clouds_by_their_folders)
{
    const ImportPreview preview = foreignPreview(kSamples, smallView());
    BOOST_TEST(preview.rows == 14);
    BOOST_TEST(preview.changes.cloudOffers.size() ==
               11U); // none of GCP, 2 of Lambda, 5 of Nebius, 4 of RunPod
}

BOOST_AUTO_TEST_CASE(the_user_can_stop_it)
{
    const Expected<ImportPreview> stopped = importOf(kSamples / "nebius" / "vms.csv", smallView(),
                                                     [](std::int64_t, std::int64_t) { return false; });
    BOOST_TEST_REQUIRE(!stopped.has_value());
    BOOST_TEST(stopped.error().message == "the import was stopped; nothing has changed");
}

BOOST_AUTO_TEST_CASE(a_python_dictionary_is_read_as_python_writes_it)
{
    const Expected<GpuInfo> info = parseGpuInfo(
        R"({'Gpus': [{'Name': "H100 'SXM'", 'Count': 8, 'MemoryInfo': {'SizeInMiB': 81920}, 'Extra': [None, True, 1.5e1,]}], 'TotalGpuMemoryInMiB': 655360})");
    BOOST_TEST_REQUIRE(info.has_value());
    BOOST_TEST(info->gpus.front().name == "H100 'SXM'");
    BOOST_TEST(info->gpus.front().count.value() == 8);
    BOOST_TEST(info->gpus.front().sizeMib.value() == 81920);
    BOOST_TEST(info->totalMib.value() == 655360);
}

BOOST_AUTO_TEST_CASE(what_is_no_such_dictionary_is_refused)
{
    BOOST_TEST(infoError("") == "expected a value at character 1");
    BOOST_TEST(infoError("{'Gpus'") == "expected ':' at character 8");
    BOOST_TEST(infoError("{Gpus: 1}") == "expected a key in quotes at character 2");
    BOOST_TEST(infoError("{'Gpus': 'a") == "expected a closing quote at character 12");
    BOOST_TEST(infoError("{'a': 1, 'a': 2}") == "a key stands twice in one dictionary");
    BOOST_TEST(infoError("{'Gpus': [{'Name': 'A'}]} x") == "expected the end at character 27");
    BOOST_TEST(infoError("{'Gpus': __import__('os')}") == "expected a value at character 10");
    BOOST_TEST(infoError("{'Gpus': []}") == "expected a dictionary with a list 'Gpus' of at least one GPU");
    BOOST_TEST(infoError(std::string(1000, '[')) == "nested more than 8 levels deep");
    BOOST_TEST(infoError("{'Gpus': [{'Name': 'A', 'Count': 1e999}]}") == "expected a value at character 34");
}

BOOST_AUTO_TEST_SUITE_END()
